package com.salesync.sale;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.test.ServiceTest;
import com.salesync.sale.Till.Answer;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Whatever step the process dies at, its records agree in the end. */
@ServiceTest
class CrashIT {

  private static final List<String> PAYMENT =
      List.of(
          "before SaleTransitions.beginPayment",
          "after SaleTransitions.beginPayment",
          "before OrderServiceClient.payOrder",
          "after OrderServiceClient.payOrder",
          "before SaleTransitions.complete",
          "after SaleTransitions.complete");

  private static final List<String> VOID =
      List.of(
          "before SaleTransitions.requestVoid",
          "after SaleTransitions.requestVoid",
          "before OrderServiceClient.voidOrder",
          "after OrderServiceClient.voidOrder",
          "before SaleTransitions.completeVoid",
          "after SaleTransitions.completeVoid");

  private final RestTestClient client;
  private final SimulatedCrashes crashes;
  private final OrderServiceFake orders = OrderServiceFake.get();

  CrashIT(RestTestClient client, SimulatedCrashes crashes) {
    this.client = client;
    this.crashes = crashes;
  }

  @AfterEach
  void live() {
    crashes.disarm();
  }

  /**
   * Somebody's till whose call died, and the order it was for; what they wait for runs meanwhile.
   */
  private record Died(Till till, FakeOrders.Order order, int status) {}

  /** Lets a call die at each point, and only then looks what has become of them. */
  private Stream<DynamicTest> eachPoint(
      List<String> points, ToIntFunction<Till> call, Consumer<Died> test) {
    return points.stream()
        .map(
            point -> {
              Till till = new Till(client);
              FakeOrders.Order order = orders.open(till.store(), 4, 12_000);
              crashes.at(point);
              Died died = new Died(till, order, call.applyAsInt(till));
              assertThat(crashes.allHappened()).as(point).isTrue();
              return Map.entry(point, died);
            })
        .toList()
        .stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey(),
                    () -> {
                      assertThat(entry.getValue().status).isEqualTo(500);
                      test.accept(entry.getValue());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> endsAPaymentPaidOrNotAtAll() {
    return eachPoint(
        PAYMENT,
        till -> till.pay(4, 12_000).status(),
        died -> {
          awaitSettled(died.till);
          boolean paid = died.order.status.equals("PAID");
          assertThat(died.till.sales()).hasSize(paid ? 1 : 0);
          assertThat(died.till.revenueToday()).isEqualTo(paid ? 12_000 : 0);
          Answer retried = died.till.pay(4, 12_000);
          assertThat(retried.status()).isEqualTo(201);
          assertThat(retried.number("id")).isEqualTo(died.order.paidBy);
          assertPaidOnce(died.till, died.order);
        });
  }

  @TestFactory
  Stream<DynamicTest> letsTheSameKeyFinishThePayment() {
    return eachPoint(
        PAYMENT,
        till -> till.pay(4, 12_000, "k").status(),
        died -> {
          Answer retried =
              await()
                  .atMost(20, SECONDS)
                  .until(() -> died.till.pay(4, 12_000, "k"), answer -> answer.status() != 504);

          assertThat(retried.status()).isEqualTo(201);
          awaitSettled(died.till);
          assertThat(died.order.paidBy).isEqualTo(retried.number("id"));
          assertPaidOnce(died.till, died.order);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "recovery before DueSales.claim",
        "recovery after DueSales.claim",
        "recovery before OrderServiceClient.orderPaidBy",
        "recovery after OrderServiceClient.orderPaidBy",
        "recovery before SaleTransitions.complete",
        "recovery after SaleTransitions.complete"
      })
  void survivesACrashOfTheRecovery(String point) {
    Till till = new Till(client);
    FakeOrders.Order order = orders.open(till.store(), 4, 12_000);
    crashes.at("after OrderServiceClient.payOrder");
    crashes.at(point);

    till.pay(4, 12_000);

    awaitCrashes();
    awaitSettled(till);
    assertPaidOnce(till, order);
  }

  @Test
  void survivesACrashWhileGivingUp() {
    Till till = new Till(client);
    orders.open(till.store(), 4, 12_000);
    crashes.at("before OrderServiceClient.payOrder");
    till.pay(4, 12_000);
    crashes.at("recovery before SaleTransitions.giveUp");
    awaitCrashes();
    crashes.at("recovery after SaleTransitions.giveUp");

    awaitSettled(till);

    assertThat(SaleTable.only(till.store())).containsEntry("failure", "NEVER_PAID");
    assertThat(till.revenueToday()).isZero();
  }

  @TestFactory
  Stream<DynamicTest> endsAVoidDoneOrNotBegun() {
    return VOID.stream()
        .map(
            point -> {
              Till till = new Till(client);
              FakeOrders.Order order = orders.open(till.store(), 4, 12_000);
              long sale = till.pay(4, 12_000).number("id");
              crashes.at(point);
              assertThat(till.voidSale(sale).status()).as(point).isEqualTo(500);
              assertThat(crashes.allHappened()).as(point).isTrue();
              return DynamicTest.dynamicTest(
                  point,
                  () -> {
                    awaitSettled(till);
                    boolean begun = !point.equals("before SaleTransitions.requestVoid");
                    assertThat(order.status).isEqualTo(begun ? "VOIDED" : "PAID");
                    assertThat(till.sales()).hasSize(begun ? 0 : 1);
                    assertThat(till.revenueToday()).isEqualTo(begun ? 0 : 12_000);
                    assertThat(till.voidSale(sale).text("result")).isEqualTo("success");
                    assertThat(till.revenueToday()).isZero();
                    assertThat(order.status).isEqualTo("VOIDED");
                  });
            })
        .toList()
        .stream();
  }

  /** A thread of recovery that dies is what the test is about. */
  private void awaitCrashes() {
    await().dontCatchUncaughtExceptions().atMost(20, SECONDS).until(crashes::allHappened);
  }

  private static void awaitSettled(Till till) {
    await()
        .dontCatchUncaughtExceptions()
        .atMost(30, SECONDS)
        .untilAsserted(
            () -> {
              assertThat(SaleTable.underWay(till.store())).isZero();
              assertThat(SaleTable.recoveries(till.store())).isZero();
            });
  }

  private void assertPaidOnce(Till till, FakeOrders.Order order) {
    assertThat(orders.paid(till.store())).containsExactly(order);
    assertThat(till.sales()).hasSize(1);
    assertThat(till.sales().getFirst().get("id").asLong()).isEqualTo(order.paidBy);
    assertThat(till.revenueToday()).isEqualTo(12_000);
  }
}
