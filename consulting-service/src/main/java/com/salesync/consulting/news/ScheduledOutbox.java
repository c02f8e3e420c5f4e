package com.salesync.consulting.news;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
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
  public void accepted(UUID reqId) {
    keep(NewsTask.ACCEPTED, reqId);
  }

  @Override
  public void ended(UUID reqId) {
    keep(NewsTask.ENDED, reqId);
  }

  private void keep(TaskDescriptor<Void> news, UUID reqId) {
    scheduler
        .getObject()
        .scheduleBatch(List.of(news.instance(reqId.toString()).build()), clock.instant());
  }
}
