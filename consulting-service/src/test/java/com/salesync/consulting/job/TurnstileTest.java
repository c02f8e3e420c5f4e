package com.salesync.consulting.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.common.problem.Problem;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class TurnstileTest {

  private static final Duration SHORT = Duration.ofMillis(20);

  @Test
  void letsSoManyThroughAtOnceAndNoMore() throws Exception {
    Turnstile turnstile = new Turnstile(3);
    AtomicInteger inside = new AtomicInteger();
    CountDownLatch full = new CountDownLatch(3);
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      var passed =
          IntStream.range(0, 20)
              .mapToObj(
                  n ->
                      crowd.submit(
                          () ->
                              turnstile.pass(
                                  () -> {
                                    int now = inside.incrementAndGet();
                                    full.countDown();
                                    Latches.await(full);
                                    inside.decrementAndGet();
                                    return now;
                                  })))
              .toList();
      for (Future<Integer> one : passed) {
        assertThat(one.get()).isBetween(1, 3);
      }
    }
  }

  @Test
  void refusesWhoeverWouldWaitTooLong() throws Exception {
    Turnstile turnstile = new Turnstile(1);
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> first =
          other.submit(
              () ->
                  turnstile.pass(
                      () -> {
                        entered.countDown();
                        Latches.await(leave);
                        return "first";
                      }));
      entered.await();

      assertThatThrownBy(() -> turnstile.pass(SHORT, () -> "second"))
          .isInstanceOfSatisfying(
              Problem.class,
              refusal -> assertThat(refusal.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE));

      leave.countDown();
      assertThat(first.get()).isEqualTo("first");
    }
    assertThat(turnstile.pass(SHORT, () -> "third")).isEqualTo("third");
  }

  @Test
  void freesThePlaceOfWhatFailed() {
    Turnstile turnstile = new Turnstile(1);
    assertThatThrownBy(
            () ->
                turnstile.pass(
                    () -> {
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");

    assertThat(turnstile.pass(SHORT, () -> "next")).isEqualTo("next");
  }
}
