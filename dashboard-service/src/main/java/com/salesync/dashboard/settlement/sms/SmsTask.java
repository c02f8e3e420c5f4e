package com.salesync.dashboard.settlement.sms;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.salesync.common.resilience.Backoff;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Sees every queued SMS to its end. Scheduled with the settlement itself, a little later than the
 * first try that the request makes, so that it finds work only where that try failed or died.
 */
@Configuration(proxyBeanMethods = false)
public class SmsTask {

  private static final Duration AFTER_THE_FIRST_TRY = Duration.ofSeconds(5);

  private static final TaskDescriptor<Reference> TASK =
      TaskDescriptor.of("settlement-sms", Reference.class);

  /** Joins the caller's transaction. */
  public static void schedule(SchedulerClient scheduler, long storeId, long id, Instant now) {
    scheduler.scheduleIfNotExists(
        TASK.instance(Long.toString(id))
            .data(new Reference(storeId, id))
            .scheduledTo(now.plus(AFTER_THE_FIRST_TRY)));
  }

  @Bean
  CustomTask<Reference> settlementSms(
      SendSms send, SmsQueue queue, SmsProperties properties, Clock clock) {
    Backoff backoff = properties.backoff();
    return Tasks.custom(TASK)
        .onFailure(
            (failed, operations) ->
                operations.reschedule(failed, clock.instant().plus(backoff.after(1))))
        .execute(
            (sms, context) -> {
              Reference reference = sms.getData();
              send.attemptToSend(reference.storeId(), reference.id());
              SmsQueue.Progress progress = queue.progress(reference.storeId(), reference.id());
              return next(progress.state(), backoff.after(progress.attempts()), clock);
            });
  }

  /** Task data as JSON, which a person can read and a later version of this service too. */
  @Bean
  DbSchedulerCustomizer readableTasks() {
    return new DbSchedulerCustomizer() {
      @Override
      public Optional<Serializer> serializer() {
        return Optional.of(new Jackson3Serializer());
      }
    };
  }

  private static CompletionHandler<Reference> next(SmsState state, Duration wait, Clock clock) {
    return state.isFinal()
        ? new CompletionHandler.OnCompleteRemove<>()
        : (done, operations) -> operations.reschedule(done, clock.instant().plus(wait));
  }

  /** What a scheduled SMS is about. */
  record Reference(long storeId, long id) {}
}
