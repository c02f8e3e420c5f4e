package com.salesync.common.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.salesync.common.problem.Problem;
import com.salesync.common.test.Parallel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BulkheadTest {

  private static final int MAX = 3;

  private final Bulkhead bulkhead = new Bulkhead(MAX);
  private final AtomicInteger running = new AtomicInteger();

  @Test
  void doesAllTheWorkButFewAtOnce() {
    AtomicInteger most = new AtomicInteger();

    assertThat(
            Parallel.times(
                100,
                i ->
                    bulkhead.call(
                        () -> {
                          most.accumulateAndGet(running.incrementAndGet(), Math::max);
                          Thread.yield();
                          running.decrementAndGet();
                          return i;
                        })))
        .hasSize(100);

    assertThat(most.get()).isBetween(1, MAX);
  }

  @Test
  void refusesWhoWouldWaitTooLong() throws InterruptedException {
    CountDownLatch finish = new CountDownLatch(1);
    for (int i = 0; i < MAX; i++) {
      Thread.startVirtualThread(() -> bulkhead.call(() -> hold(finish)));
    }
    await().until(() -> running.get() == MAX);

    assertThatThrownBy(() -> callWaiting(Duration.ofMillis(50)))
        .isInstanceOfSatisfying(
            Problem.class, full -> assertThat(full.status().value()).isEqualTo(503));

    finish.countDown();
    assertThat(callWaiting(Duration.ofSeconds(10))).isEqualTo("done");
  }

  @Test
  void isFreeAgainAfterAFailure() {
    for (int i = 0; i < 2 * MAX; i++) {
      assertThatThrownBy(
              () ->
                  bulkhead.call(
                      () -> {
                        throw new IllegalStateException("on purpose");
                      }))
          .isInstanceOf(IllegalStateException.class);
    }

    assertThat(callWaiting(Duration.ZERO)).isEqualTo("done");
  }

  private String callWaiting(Duration maxWait) {
    return bulkhead.call(maxWait, () -> Problem.unavailable("FULL", 1), () -> "done");
  }

  private boolean hold(CountDownLatch finish) {
    running.incrementAndGet();
    try {
      finish.await();
      return true;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
