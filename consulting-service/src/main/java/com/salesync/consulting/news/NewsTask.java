package com.salesync.consulting.news;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.salesync.consulting.job.FollowJob;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells what the outbox holds, again and again until the broker has it. */
@Configuration(proxyBeanMethods = false)
class NewsTask {

  /** Named after the first of the jobs accepted together. */
  static final TaskDescriptor<UUID[]> ACCEPTED = TaskDescriptor.of("tell-accepted", UUID[].class);

  static final TaskDescriptor<Void> ENDED = TaskDescriptor.of("tell-ended");

  private static final long FIRST_RETRY_MILLIS = 500;
  private static final long LONGEST_RETRY_MILLIS = 5_000;

  @Bean
  OneTimeTask<UUID[]> tellAccepted(FollowJob jobs, KafkaNews news, Clock clock) {
    return task(
        ACCEPTED,
        accepted -> news.send(jobs.toTell(acceptedTogether(accepted)), Event::accepted),
        clock);
  }

  /** An older version made a task for each job. */
  private static List<UUID> acceptedTogether(TaskInstance<UUID[]> task) {
    UUID[] reqIds = task.getData();
    return reqIds == null ? List.of(UUID.fromString(task.getId())) : List.of(reqIds);
  }

  @Bean
  OneTimeTask<Void> tellEnded(FollowJob jobs, KafkaNews news, MessageSource messages, Clock clock) {
    return task(
        ENDED,
        ended -> {
          UUID reqId = UUID.fromString(ended.getId());
          news.send(jobs.toTell(List.of(reqId)), job -> Event.ended(job, messages));
          jobs.told(reqId);
        },
        clock);
  }

  private static <T> OneTimeTask<T> task(
      TaskDescriptor<T> descriptor, Consumer<TaskInstance<T>> tell, Clock clock) {
    return Tasks.oneTime(descriptor)
        .onFailure(
            (failed, operations) -> {
              int failures = Math.min(failed.getExecution().consecutiveFailures, 10);
              long wait = Math.min(FIRST_RETRY_MILLIS << failures, LONGEST_RETRY_MILLIS);
              operations.reschedule(failed, clock.instant().plus(Duration.ofMillis(wait)));
            })
        .execute((task, context) -> tell.accept(task));
  }
}
