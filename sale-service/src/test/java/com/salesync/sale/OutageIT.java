package com.salesync.sale;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import com.salesync.sale.OrderServiceFake.Fault;
import com.salesync.sale.Till.Answer;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * order-service is down, slow, breaks off or talks nonsense: soon a 504, and in the end the records
 * agree. The time-outs and graces of all tests run side by side.
 */
@ServiceTest
@TestPropertySource(properties = "salesync.deadline.write=6s")
class OutageIT {

  /** Beyond the deadline it is for a busy build machine. */
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(8);

  private final RestTestClient client;
  private final OrderServiceFake orders = OrderServiceFake.get();

  OutageIT(RestTestClient client) {
    this.client = client;
  }

  @TestFactory
  @Execution(CONCURRENT)
  Stream<DynamicTest> leavesAnUnclearPaymentToRecovery() {
    return eachUnclearFault(
        (till, order) -> {
          Answer answer = inTime(() -> till.pay(4, 12_000));

          assertOutcomeUnknown(answer);
          awaitSettled(till);
          boolean paid = order.status.equals("PAID");
          assertThat(SaleTable.only(till.store()))
              .containsEntry("status", paid ? "COMPLETED" : "FAILED")
              .containsEntry("failure", paid ? null : "NEVER_PAID");
          assertThat(till.revenueToday()).isEqualTo(paid ? 12_000 : 0);
        });
  }

  @TestFactory
  @Execution(CONCURRENT)
  Stream<DynamicTest> paysOnceWhenTheTillRetriesWithoutAKey() {
    return eachFault(
        (till, order) -> {
          till.pay(4, 12_000);

          Answer retried = answered(() -> till.pay(4, 12_000));

          assertThat(retried.status()).isEqualTo(201);
          assertThat(retried.number("id")).isEqualTo(order.paidBy);
          awaitSettled(till);
          assertPaidOnce(till, order);
        });
  }

  @TestFactory
  @Execution(CONCURRENT)
  Stream<DynamicTest> finishesTheSameSaleWhenTheTillRetriesWithItsKey() {
    return eachUnclearFault(
        (till, order) -> {
          till.pay(4, 12_000, "k");

          Answer retried = answered(() -> till.pay(4, 12_000, "k"));

          assertThat(retried.status()).isEqualTo(201);
          awaitSettled(till);
          assertThat(SaleTable.only(till.store())).containsEntry("id", order.paidBy);
          assertPaidOnce(till, order);
        });
  }

  @TestFactory
  @Execution(CONCURRENT)
  Stream<DynamicTest> finishesAVoidThatWasCutShort() {
    return eachFault(
        fault -> true,
        OutageIT::payForSure,
        (till, order) -> {
          long sale = order.paidBy;

          Answer answer = inTime(() -> till.voidSale(sale));

          assertOutcomeUnknown(answer);
          assertThat(answered(() -> till.voidSale(sale)).text("result")).isEqualTo("success");
          awaitSettled(till);
          assertThat(order.status).isEqualTo("VOIDED");
          assertThat(till.revenueToday()).isZero();
          assertThat(till.sales()).isEmpty();
        });
  }

  static void assertOutcomeUnknown(Answer answer) {
    answer.requireProblem(504, "OUTCOME_UNKNOWN");
    assertThat(answer.headers().getFirst(HttpHeaders.RETRY_AFTER)).isBetween("3", "6");
    assertThat(answer.text("message")).contains("결제 내역", "같은 키");
  }

  private Stream<DynamicTest> eachFault(BiConsumer<Till, FakeOrders.Order> test) {
    return eachFault(fault -> true, till -> {}, test);
  }

  private Stream<DynamicTest> eachUnclearFault(BiConsumer<Till, FakeOrders.Order> test) {
    return eachFault(Fault::isUnclear, till -> {}, test);
  }

  /** A till of its own for each fault, whose table 4 has an order of 12,000 won. */
  private Stream<DynamicTest> eachFault(
      Predicate<Fault> which, Consumer<Till> before, BiConsumer<Till, FakeOrders.Order> test) {
    return Stream.of(Fault.values())
        .filter(which)
        .map(
            fault ->
                DynamicTest.dynamicTest(
                    fault.name(),
                    () -> {
                      Till till = new Till(client);
                      FakeOrders.Order order = orders.open(till.store(), 4, 12_000);
                      before.accept(till);
                      orders.failNext(till.store(), fault);
                      test.accept(till, order);
                    }));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @Execution(CONCURRENT)
  void aLateRequestDoesNotPayTheNextGuestsOrder(boolean retried) throws InterruptedException {
    Till till = new Till(client);
    FakeOrders.Order first = orders.open(till.store(), 4, 12_000);
    OrderServiceFake.HeldCall late = orders.holdNext(till.store());
    assertThat(till.pay(4, 12_000).status()).isEqualTo(504);
    if (retried) {
      assertThat(till.pay(4, 12_000).status()).isEqualTo(201);
    } else {
      first.status = "CANCELLED";
    }

    FakeOrders.Order next = orders.open(till.store(), 4, 12_000);
    late.release();
    awaitSettled(till);

    assertThat(next.status).isEqualTo("OPEN");
    assertThat(till.revenueToday()).isEqualTo(retried ? 12_000 : 0);
    assertThat(till.pay(4, 12_000).status()).isEqualTo(201);
  }

  private void assertPaidOnce(Till till, FakeOrders.Order order) {
    assertThat(orders.paid(till.store())).containsExactly(order);
    assertThat(till.sales()).hasSize(1);
    assertThat(till.sales().getFirst().get("id").asLong()).isEqualTo(order.paidBy);
    assertThat(till.revenueToday()).isEqualTo(12_000);
  }

  @Test
  @Execution(CONCURRENT)
  void doesNotLetARefusalOfASecondAttemptForgetTheFirst() {
    Till till = new Till(client);
    orders.failNext(till.store(), Fault.HANGS_BEFORE);
    till.pay(4, 12_000, "k");

    await()
        .atMost(10, SECONDS)
        .until(() -> till.pay(4, 12_000, "k"), answer -> answer.status() == 200);

    assertThat(SaleTable.count(till.store(), "PENDING")).isOne();
    awaitSettled(till);
    assertThat(SaleTable.only(till.store())).containsEntry("failure", "NEVER_PAID");
  }

  @Test
  @Execution(CONCURRENT)
  void showsAnUnclearPaymentAsPendingOnly() {
    Till till = new Till(client);
    orders.open(till.store(), 4, 12_000);
    orders.failAlways(till.store(), Fault.FAILS_AFTER);
    till.pay(4, 12_000);

    Till service =
        new Till(client, till.store(), TestTokens.internal("dashboard-service", till.store()));
    Answer totals =
        service.get(
            "/internal/sales/daily-totals?start=%s&end=%s".formatted(Till.today(), Till.today()));

    assertThat(totals.json().get("days").get(0).get("pending").asLong()).isOne();
    assertThat(totals.json().get("days").get(0).get("total").asLong()).isZero();
    assertThat(till.sales()).isEmpty();
    long pending = (long) SaleTable.only(till.store()).get("id");
    assertThat(till.voidSale(pending).text("message")).isEqualTo("존재하지 않는 결제 내역");
    orders.heal(till.store());
    awaitSettled(till);
    assertThat(till.revenueToday()).isEqualTo(12_000);
  }

  /** A busy build machine may need longer than a call waits; the same key then goes on. */
  private static void payForSure(Till till) {
    assertThat(answered(() -> till.pay(4, 12_000, "first")).status()).isEqualTo(201);
    awaitSettled(till);
  }

  /** A till that is told to come again does. */
  private static Answer answered(Callable<Answer> call) {
    return await().atMost(20, SECONDS).until(call, answer -> answer.status() < 500);
  }

  static Answer inTime(Supplier<Answer> call) {
    long begun = System.nanoTime();
    Answer answer = call.get();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONGEST_ANSWER);
    return answer;
  }

  static void awaitSettled(Till till) {
    await()
        .atMost(30, SECONDS)
        .untilAsserted(
            () -> {
              assertThat(SaleTable.underWay(till.store())).isZero();
              assertThat(SaleTable.recoveries(till.store())).isZero();
            });
  }
}
