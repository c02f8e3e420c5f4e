package com.salesync.dashboard.settlement.sms;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.salesync.common.tracing.TaskTraces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Sees every queued SMS to its end: one task for all stores and all instances takes what is due.
 * The request that settles makes the first try itself, so this finds work only where that try
 * failed or died.
 */
@Configuration(proxyBeanMethods = false)
class SendDueSms {

  private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("send-due-sms");

  private static final int AT_ONCE = 8;

  /** Shorter than any SMS waits for its next try, so that each is found when it becomes due. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private final SmsQueue queue;
  private final SendSms send;
  private final TaskTraces traces;
  private final SmsProperties properties;
  private final Clock clock;

  SendDueSms(
      SmsQueue queue, SendSms send, TaskTraces traces, SmsProperties properties, Clock clock) {
    this.queue = queue;
    this.send = send;
    this.traces = traces;
    this.properties = properties;
    this.clock = clock;
  }

  @Bean
  CustomTask<Void> sendDueSmsTask() {
    return Tasks.custom(TASK)
        .scheduleOnStartup("all-stores", null, now -> now)
        .onFailure(
            (failed, operations) -> operations.reschedule(failed, clock.instant().plus(pause())))
        .execute(
            (task, context) -> {
              sendAllDue();
              Instant next = nextLook();
              return (done, operations) -> operations.reschedule(done, next);
            });
  }

  /** Ends, since a try moves its SMS behind those that are due now. */
  private void sendAllDue() {
    List<SmsQueue.Due> due;
    do {
      due = queue.due(clock.instant(), AT_ONCE);
      sendTogether(due);
    } while (due.size() == AT_ONCE);
  }

  /** Waits for all of them, also where one fails: who is interrupted may have sent. */
  private void sendTogether(List<SmsQueue.Due> due) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture.allOf(
              due.stream()
                  .map(sms -> CompletableFuture.runAsync(() -> send(sms), threads))
                  .toArray(CompletableFuture[]::new))
          .join();
    }
  }

  private void send(SmsQueue.Due sms) {
    traces.continuing(
        sms.traceparent(), "send sms", () -> send.attemptToSend(sms.storeId(), sms.id()));
  }

  private Instant nextLook() {
    Instant latest = clock.instant().plus(pause());
    return queue.nextDue().filter(latest::isAfter).orElse(latest);
  }

  private Duration pause() {
    Duration retry = properties.firstRetry().dividedBy(2);
    return retry.compareTo(LONGEST_PAUSE) < 0 ? retry : LONGEST_PAUSE;
  }
}
