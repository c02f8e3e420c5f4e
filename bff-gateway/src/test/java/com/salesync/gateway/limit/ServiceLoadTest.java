package com.salesync.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.salesync.common.problem.Problem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Room for two, one of them for money alone. */
class ServiceLoadTest {

  private static final Duration QUEUE = Duration.ofSeconds(4);

  private final ServiceLoad load =
      new ServiceLoad(new LoadProperties(2, 1, 1, QUEUE), new SimpleMeterRegistry());
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Held payment = new Held();
  private final Held nextPayment = new Held();
  private final Held order = new Held();

  /** A call that lasts until it is let go. */
  private static final class Held implements Supplier<String> {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    @Override
    public String get() {
      begun.countDown();
      try {
        end.await();
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      }
      return "done";
    }
  }

  @AfterEach
  void letAllGo() {
    payment.end.countDown();
    nextPayment.end.countDown();
    order.end.countDown();
    threads.close();
  }

  @Test
  void tellsAtOnceWhoseLogInComesToo() throws Exception {
    Future<String> first = threads.submit(() -> load.callForPassword("store", order));
    order.begun.await();

    assertThatThrownBy(() -> load.callForPassword("store", () -> "done"))
        .isInstanceOfSatisfying(
            Problem.class, busy -> assertThat(busy.code()).isEqualTo("PASSWORDS_BUSY"));

    order.end.countDown();
    assertThat(first.get()).isEqualTo("done");
    assertThat(load.callForPassword("store", () -> "done")).isEqualTo("done");
  }

  @Test
  void letsACallWaitOnceForBothOfItsBounds() throws Exception {
    Future<String> first = threads.submit(() -> load.call("sale", order));
    Future<String> second = threads.submit(() -> load.callForMoney("sale", payment));
    order.begun.await();
    payment.begun.await();
    long began = System.nanoTime();
    Future<String> waiting = threads.submit(() -> load.call("sale", () -> "done"));
    Future<String> third = threads.submit(() -> load.callForMoney("sale", nextPayment));

    await().until(() -> System.nanoTime() - began >= QUEUE.dividedBy(2).toNanos());
    order.end.countDown();
    nextPayment.begun.await();

    assertThatThrownBy(waiting::get)
        .cause()
        .isInstanceOfSatisfying(
            Problem.class, busy -> assertThat(busy.code()).isEqualTo("SERVICE_BUSY"));
    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .isLessThan(QUEUE.plus(QUEUE.dividedBy(2)));
    payment.end.countDown();
    nextPayment.end.countDown();
    assertThat(first.get() + second.get() + third.get()).isEqualTo("donedonedone");
  }
}
