package com.salesync.consulting.news;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.salesync.consulting.job.Outbox;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The outbox as tasks of the service's scheduler. */
@Component
class ScheduledOutbox implements Outbox {

  private final ObjectProvider<SchedulerClient> scheduler;
  private final Clock clock;

  ScheduledOutbox(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
    this.scheduler = scheduler;
    this.clock = clock;
  }

  @Override
  public void accepted(List<UUID> reqIds) {
    keep(
        NewsTask.ACCEPTED
            .instance(reqIds.getFirst().toString())
            .data(reqIds.toArray(UUID[]::new))
            .build());
  }

  @Override
  public void ended(UUID reqId) {
    keep(NewsTask.ENDED.instance(reqId.toString()).build());
  }

  private void keep(TaskInstance<?> news) {
    scheduler.getObject().scheduleBatch(List.of(news), clock.instant());
  }
}
