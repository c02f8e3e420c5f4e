package com.salesync.consulting.job;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What others are to learn of jobs, kept with the transaction that changes them and published once
 * that has committed.
 */
@Component
public class Outbox {

  /** Named after the first of the jobs accepted together. */
  public static final TaskDescriptor<UUID[]> PUBLISH_ACCEPTED =
      TaskDescriptor.of("publish-accepted", UUID[].class);

  /** Named after the job. */
  public static final TaskDescriptor<Void> PUBLISH_ENDED = TaskDescriptor.of("publish-ended");

  private final ObjectProvider<SchedulerClient> scheduler;
  private final Clock clock;

  Outbox(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /** Joins the caller's transaction. */
  public void addAccepted(long storeId, List<UUID> reqIds) {
    add(
        PUBLISH_ACCEPTED
            .instance(new JobId(storeId, reqIds.getFirst()).taskInstance())
            .data(reqIds.toArray(UUID[]::new))
            .build());
  }

  /** Joins the caller's transaction. */
  public void addEnded(JobId job) {
    add(PUBLISH_ENDED.instance(job.taskInstance()).build());
  }

  private void add(TaskInstance<?> event) {
    scheduler.getObject().scheduleBatch(List.of(event), clock.instant());
  }
}
