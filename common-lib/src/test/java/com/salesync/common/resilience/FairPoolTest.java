package com.salesync.common.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.salesync.common.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FairPoolTest {

  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration A_CALL = Duration.ofMillis(100);
  private static final Function<Duration, Problem> BUSY = RateLimiter::tooManyRequests;

  private final FairPool<String> pool = new FairPool<>("test", 1, A_CALL);
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch blocker = new CountDownLatch(1);
  private final ConcurrentLinkedQueue<String> served = new ConcurrentLinkedQueue<>();

  @AfterEach
  void stop() {
    blocker.countDown();
    callers.shutdownNow();
    pool.close();
  }

  @Test
  void servesKeysInTurn() throws Exception {
    Future<?> first = occupy();
    List<Future<?>> calls = List.of(queue("a", 1), queue("a", 2), queue("a", 3), queue("b", 4));

    blocker.countDown();
    first.get();
    for (Future<?> call : calls) {
      call.get();
    }

    assertThat(served).containsExactly("a", "b", "a", "a");
  }

  @Test
  void tellsAtOnceHowLongToWait() throws Exception {
    occupy();
    for (int i = 1; i <= 20; i++) {
      queue("a", i);
    }

    assertThatThrownBy(() -> pool.call("a", Duration.ofSeconds(2), BUSY, () -> served.add("late")))
        .isInstanceOfSatisfying(
            Problem.class, told -> assertThat(told.retryAfterSeconds()).isEqualTo(3));
    assertThat(pool.expectedWait("a")).isEqualTo(A_CALL.multipliedBy(21));
    assertThat(pool.expectedWait("b")).isEqualTo(A_CALL.multipliedBy(2));
    assertThat(served).isEmpty();
  }

  @Test
  void beginsNothingForWhoHasGivenUp() throws Exception {
    Future<?> first = occupy();
    AtomicBoolean begun = new AtomicBoolean();

    assertThatThrownBy(
            () -> pool.call("a", A_CALL.multipliedBy(2), BUSY, () -> begun.getAndSet(true)))
        .isInstanceOf(Problem.class);
    assertThat(pool.waiting()).isZero();
    blocker.countDown();
    first.get();

    assertThat(pool.call("b", LONG, BUSY, () -> "next")).isEqualTo("next");
    assertThat(begun).isFalse();
  }

  @Test
  void waitsForWhatHasBegun() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Future<String> call =
        callers.submit(
            () ->
                pool.call(
                    "a",
                    A_CALL.multipliedBy(3),
                    BUSY,
                    () -> {
                      begun.countDown();
                      awaitBlocker();
                      return "done";
                    }));
    begun.await();
    await().pollDelay(A_CALL.multipliedBy(4)).until(() -> !call.isDone());

    blocker.countDown();

    assertThat(call.get()).isEqualTo("done");
  }

  @Test
  void worksOnThreadsOfThePlatformAndPassesFailuresOn() {
    assertThat(pool.call("a", LONG, BUSY, () -> Thread.currentThread().isVirtual())).isFalse();
    assertThatThrownBy(
            () ->
                pool.call(
                    "a",
                    LONG,
                    BUSY,
                    () -> {
                      throw new IllegalArgumentException("wrong");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(pool.call("a", LONG, BUSY, () -> 7)).isEqualTo(7);
  }

  @Test
  void learnsHowLongACallTakes() {
    for (int i = 0; i < 100; i++) {
      pool.call("a", LONG, BUSY, () -> "quick");
    }
    occupy();

    assertThat(pool.expectedWait("a")).isLessThan(A_CALL.dividedBy(2));
  }

  /** Returns once the only thread is busy. */
  private Future<?> occupy() {
    CountDownLatch busy = new CountDownLatch(1);
    Future<?> call =
        callers.submit(
            () ->
                pool.call(
                    "first",
                    LONG,
                    BUSY,
                    () -> {
                      busy.countDown();
                      awaitBlocker();
                      return "first";
                    }));
    await().until(() -> busy.getCount() == 0);
    return call;
  }

  /** Returns once the call waits, the nth that does. */
  private Future<?> queue(String key, int nth) {
    Future<?> call = callers.submit(() -> pool.call(key, LONG, BUSY, () -> served.add(key)));
    await().until(() -> pool.waiting() == nth);
    return call;
  }

  private void awaitBlocker() {
    try {
      blocker.await();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
