package com.salesync.common.outbox;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;

/** Brings the next run of the cluster's one publishing task forward once something was added. */
final class PublishTask {

  static final TaskDescriptor<Void> PUBLISH_OUTBOX = TaskDescriptor.of("publish-outbox");

  private static final Logger log = LoggerFactory.getLogger(PublishTask.class);

  private final ObjectProvider<Scheduler> scheduler;
  private final Clock clock;
  private final AtomicBoolean asked = new AtomicBoolean();

  PublishTask(ObjectProvider<Scheduler> scheduler, Clock clock) {
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /**
   * Costs the caller nothing: however many ask at once, one statement is sent, by another thread.
   */
  void soon() {
    if (asked.compareAndSet(false, true)) {
      Thread.ofVirtual().name("publish-soon").start(this::bringForward);
    }
  }

  private void bringForward() {
    asked.set(false);
    try {
      scheduler.ifAvailable(
          available -> {
            available.reschedule(
                TaskInstanceId.of(PUBLISH_OUTBOX.getTaskName(), RecurringTask.INSTANCE),
                clock.instant());
            available.triggerCheckForDueExecutions();
          });
    } catch (TaskInstanceException | DataAccessException runsAnyway) {
      log.debug("The outbox is published by the run that is under way or the next", runsAnyway);
    }
  }
}
