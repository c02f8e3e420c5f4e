package com.salesync.consulting.news;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.salesync.consulting.job.FollowJob;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells what the outbox holds, again and again until the broker has it. */
@Configuration(proxyBeanMethods = false)
class NewsTask {

  static final TaskDescriptor<Void> ACCEPTED = TaskDescriptor.of("tell-accepted");
  static final TaskDescriptor<Void> ENDED = TaskDescriptor.of("tell-ended");

  private static final long FIRST_RETRY_MILLIS = 500;
  private static final long LONGEST_RETRY_MILLIS = 5_000;

  @Bean
  OneTimeTask<Void> tellAccepted(FollowJob jobs, KafkaNews news, Clock clock) {
    return task(
        ACCEPTED,
        reqId -> jobs.toTell(reqId).ifPresent(job -> news.send(reqId, Event.accepted(job))),
        clock);
  }

  @Bean
  OneTimeTask<Void> tellEnded(FollowJob jobs, KafkaNews news, MessageSource messages, Clock clock) {
    return task(
        ENDED,
        reqId ->
            jobs.toTell(reqId)
                .ifPresent(
                    job -> {
                      news.send(reqId, Event.ended(job, messages));
                      jobs.told(reqId);
                    }),
        clock);
  }

  private static OneTimeTask<Void> task(
      TaskDescriptor<Void> descriptor, Consumer<UUID> tell, Clock clock) {
    return Tasks.oneTime(descriptor)
        .onFailure(
            (failed, operations) -> {
              int failures = Math.min(failed.getExecution().consecutiveFailures, 10);
              long wait = Math.min(FIRST_RETRY_MILLIS << failures, LONGEST_RETRY_MILLIS);
              operations.reschedule(failed, clock.instant().plus(Duration.ofMillis(wait)));
            })
        .execute((job, context) -> tell.accept(UUID.fromString(job.getId())));
  }
}
