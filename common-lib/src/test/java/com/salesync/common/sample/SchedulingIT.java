package com.salesync.common.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.TaskScheduler;

@ServiceTest
class SchedulingIT {

  private static final Duration EVERY = Duration.ofMinutes(1);

  private final TaskScheduler scheduler;

  SchedulingIT(TaskScheduler scheduler) {
    this.scheduler = scheduler;
  }

  @Test
  void aTaskDoesNotWaitForASlowOne() throws InterruptedException {
    CountDownLatch released = new CountDownLatch(1);
    CountDownLatch started = new CountDownLatch(2);
    Runnable slow =
        () -> {
          started.countDown();
          try {
            released.await();
          } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
          }
        };
    List<ScheduledFuture<?>> tasks =
        List.of(
            scheduler.scheduleWithFixedDelay(slow, EVERY),
            scheduler.scheduleWithFixedDelay(slow, EVERY));
    try {
      assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
    } finally {
      released.countDown();
      tasks.forEach(task -> task.cancel(true));
    }
  }
}
