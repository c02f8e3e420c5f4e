package com.salesync.common.test;

import com.github.kagkarlsson.scheduler.Scheduler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/**
 * A context that waits in the cache for its next test takes no task from the one whose test runs:
 * all have the same agenda, but each its own settings.
 */
final class PausedTasks implements SmartLifecycle {

  private final ObjectProvider<Scheduler> scheduler;
  private volatile boolean running;

  PausedTasks(ObjectProvider<Scheduler> scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public void start() {
    scheduler.ifAvailable(Scheduler::resume);
    running = true;
  }

  @Override
  public void stop() {
    scheduler.ifAvailable(Scheduler::pause);
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
