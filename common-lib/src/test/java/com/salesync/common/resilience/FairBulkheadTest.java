package com.salesync.common.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.salesync.common.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FairBulkheadTest {

  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration A_CALL = Duration.ofMillis(200);
  private static final Function<Duration, Problem> BUSY = RateLimiter::tooManyRequests;

  private final FairBulkhead<String> turns = new FairBulkhead<>(1, A_CALL);
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch blocker = new CountDownLatch(1);
  private final ConcurrentLinkedQueue<String> served = new ConcurrentLinkedQueue<>();

  @AfterEach
  void stop() {
    blocker.countDown();
    callers.shutdownNow();
  }

  @Test
  void servesKeysInTurn() throws Exception {
    occupy();
    List<Future<?>> calls =
        List.of(queue("a", 1), queue("a", 2), queue("a", 3), queue("b", 4), queue("c", 5));

    blocker.countDown();
    for (Future<?> call : calls) {
      call.get();
    }

    assertThat(served).containsExactly("a", "b", "c", "a", "a");
  }

  @Test
  void tellsAtOnceHowLongToWait() {
    occupy();
    for (int i = 1; i <= 20; i++) {
      queue("a", i);
    }

    assertThatThrownBy(
            () -> turns.call("a", A_CALL.multipliedBy(21), LONG, BUSY, () -> served.add("a")))
        .isInstanceOfSatisfying(
            Problem.class, told -> assertThat(told.retryAfterSeconds()).isEqualTo(5));
    assertThat(turns.waiting()).isEqualTo(20);
    queue("b", 21, A_CALL.multipliedBy(100), LONG);
    assertThat(served).isEmpty();
  }

  @Test
  void servesWhomItHasLetInThoughCallsTakeLonger() throws Exception {
    Future<?> first = occupy();
    Duration plan = A_CALL.multipliedBy(5);
    List<Future<?>> letIn =
        List.of(queue("a", 1, plan, LONG), queue("a", 2, plan, LONG), queue("a", 3, plan, LONG));
    await().pollDelay(A_CALL.multipliedBy(6)).until(() -> !first.isDone());

    blocker.countDown();
    for (Future<?> call : letIn) {
      call.get();
    }

    assertThat(served).hasSize(3);
  }

  @Test
  void tellsWhoWaitsAsSoonAsItShowsThatTheirTurnComesTooLate() {
    Future<?> first = occupy();
    Future<?> patient = queue("a", 1, LONG, LONG);
    Future<?> impatient = queue("a", 2, LONG, A_CALL.multipliedBy(8));
    await().pollDelay(A_CALL.multipliedBy(7)).until(() -> !first.isDone());

    blocker.countDown();

    await().until(() -> first.isDone() && patient.isDone());
    assertThatThrownBy(impatient::get)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(Problem.class);
    assertThat(served).containsExactly("a");
  }

  @Test
  void beginsNothingForWhoHasGivenUp() {
    occupy();
    AtomicBoolean begun = new AtomicBoolean();

    assertThatThrownBy(
            () -> turns.call("a", LONG, A_CALL.multipliedBy(4), BUSY, () -> begun.getAndSet(true)))
        .isInstanceOf(Problem.class);
    assertThat(turns.waiting()).isZero();
    blocker.countDown();

    assertThat(turns.call("b", LONG, LONG, BUSY, () -> "next")).isEqualTo("next");
    assertThat(begun).isFalse();
  }

  @Test
  void goesOnAfterAFailure() {
    assertThatThrownBy(
            () ->
                turns.call(
                    "a",
                    LONG,
                    LONG,
                    BUSY,
                    () -> {
                      throw new IllegalArgumentException("wrong");
                    }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(turns.call("a", LONG, LONG, BUSY, () -> 7)).isEqualTo(7);
  }

  @Test
  void learnsHowLongACallTakes() {
    for (int i = 0; i < 50; i++) {
      turns.call("a", LONG, LONG, BUSY, () -> "quick");
    }

    assertThat(turns.expected()).isLessThan(A_CALL.dividedBy(2));
  }

  /** Returns once the only turn is taken. */
  private Future<?> occupy() {
    CountDownLatch busy = new CountDownLatch(1);
    Future<?> call =
        callers.submit(
            () ->
                turns.call(
                    "first",
                    LONG,
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

  private Future<?> queue(String key, int nth) {
    return queue(key, nth, LONG, LONG);
  }

  /** Returns once the call waits, the nth that does. */
  private Future<?> queue(String key, int nth, Duration plan, Duration patience) {
    Future<?> call =
        callers.submit(() -> turns.call(key, plan, patience, BUSY, () -> served.add(key)));
    await().until(() -> turns.waiting() == nth);
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
