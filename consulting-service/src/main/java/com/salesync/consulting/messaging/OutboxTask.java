package com.salesync.consulting.messaging;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.salesync.common.resilience.Backoff;
import com.salesync.consulting.job.FollowJob;
import com.salesync.consulting.job.JobId;
import com.salesync.consulting.job.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Publishes what the outbox holds, again and again until the broker has it. */
@Configuration(proxyBeanMethods = false)
class OutboxTask {

  private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(5));

  @Bean
  OneTimeTask<UUID[]> publishAccepted(FollowJob jobs, EventPublisher publisher, Clock clock) {
    return task(
        Outbox.PUBLISH_ACCEPTED,
        accepted ->
            publisher.publish(
                jobs.readJobs(JobId.of(accepted.getId()).storeId(), List.of(accepted.getData())),
                OutboxEvent::accepted),
        clock);
  }

  @Bean
  OneTimeTask<Void> publishEnded(
      FollowJob jobs, EventPublisher publisher, MessageSource messages, Clock clock) {
    return task(
        Outbox.PUBLISH_ENDED,
        ended -> {
          JobId id = JobId.of(ended.getId());
          publisher.publish(
              jobs.readJobs(id.storeId(), List.of(id.reqId())),
              job -> OutboxEvent.ended(job, messages));
          jobs.markPublished(id.storeId(), id.reqId());
        },
        clock);
  }

  private static <T> OneTimeTask<T> task(
      TaskDescriptor<T> descriptor, Consumer<TaskInstance<T>> publish, Clock clock) {
    return Tasks.oneTime(descriptor)
        .onFailure(
            (failed, operations) ->
                operations.reschedule(
                    failed,
                    clock
                        .instant()
                        .plus(BACKOFF.after(failed.getExecution().consecutiveFailures + 1))))
        .execute((task, context) -> publish.accept(task));
  }
}
