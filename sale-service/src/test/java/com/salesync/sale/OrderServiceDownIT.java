package com.salesync.sale;

import static com.salesync.sale.OutageIT.assertOutcomeUnknown;
import static com.salesync.sale.OutageIT.awaitSettled;
import static com.salesync.sale.OutageIT.inTime;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.test.ServiceTest;
import com.salesync.sale.OrderServiceFake.Fault;
import com.salesync.sale.Till.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Nobody listens where order-service should, or it says that it has not begun. */
@ServiceTest
class OrderServiceDownIT {

  private final RestTestClient client;
  private final OrderServiceFake orders = OrderServiceFake.get();

  OrderServiceDownIT(RestTestClient client) {
    this.client = client;
  }

  @Test
  void failsAtOnceWhatCertainlyWasNotReached() {
    Till till = new Till(client);
    FakeOrders.Order order = orders.open(till.store(), 4, 12_000);
    Answer answer;
    orders.stop();
    try {
      answer = inTime(() -> till.pay(4, 12_000, "k"));
    } finally {
      orders.start();
    }

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.text("code")).isEqualTo("NEIGHBOUR_UNAVAILABLE");
    assertThat(answer.headers().getFirst(HttpHeaders.RETRY_AFTER)).isNotNull();
    assertThat(SaleTable.only(till.store()))
        .containsEntry("status", "FAILED")
        .containsEntry("failure", "NOT_REACHED");
    assertThat(SaleTable.recoveries(till.store())).isZero();

    Answer retried = till.pay(4, 12_000, "k");
    assertThat(retried.status()).isEqualTo(201);
    assertThat(order.paidBy).isEqualTo(retried.number("id"));
    assertThat(till.revenueToday()).isEqualTo(12_000);
  }

  @ParameterizedTest
  @EnumSource(names = {"BUSY", "REFUSES_THE_TOKEN"})
  void failsAtOnceWhatOrderServiceHasNotBegun(Fault fault) {
    Till till = new Till(client);
    orders.open(till.store(), 4, 12_000);
    orders.failNext(till.store(), fault);

    till.pay(4, 12_000, "k").requireProblem(503, "NEIGHBOUR_UNAVAILABLE");

    assertThat(SaleTable.only(till.store()))
        .containsEntry("status", "FAILED")
        .containsEntry("failure", "NOT_REACHED");
    assertThat(till.pay(4, 12_000, "k").status()).isEqualTo(201);
  }

  /** Nobody can tell whether the first one arrives yet. */
  @ParameterizedTest
  @EnumSource(names = {"BUSY", "REFUSES_THE_TOKEN"})
  void doesNotCallALaterAttemptUndone(Fault fault) {
    Till till = new Till(client);
    orders.open(till.store(), 4, 12_000);
    orders.failNext(till.store(), Fault.RESETS_BEFORE);
    till.pay(4, 12_000, "k");
    orders.failAlways(till.store(), fault);

    await()
        .atMost(10, SECONDS)
        .untilAsserted(
            () -> {
              assertOutcomeUnknown(till.pay(4, 12_000, "k"));
              assertThat((int) SaleTable.only(till.store()).get("attempts")).isGreaterThan(1);
            });

    assertThat(SaleTable.only(till.store())).containsEntry("status", "PENDING");
    orders.heal(till.store());
  }

  @Test
  void finishesAVoidByItselfOnceOrderServiceIsBack() {
    Till till = new Till(client);
    FakeOrders.Order order = orders.open(till.store(), 4, 12_000);
    Answer paid = till.pay(4, 12_000);
    assertThat(paid.status()).isEqualTo(201);
    long sale = paid.number("id");
    orders.stop();
    try {
      assertThat(inTime(() -> till.voidSale(sale)).status()).isEqualTo(504);
      assertThat(till.sales()).hasSize(1);
      assertThat(till.revenueToday()).isEqualTo(12_000);
    } finally {
      orders.start();
    }

    awaitSettled(till);

    assertThat(order.status).isEqualTo("VOIDED");
    assertThat(till.revenueToday()).isZero();
  }

  @Test
  void readsSalesAndRevenueWithoutOrderService() {
    Till till = new Till(client);
    orders.open(till.store(), 4, 12_000);
    till.pay(4, 12_000);
    orders.stop();
    try {
      assertThat(till.sales()).hasSize(1);
      assertThat(till.revenueToday()).isEqualTo(12_000);
    } finally {
      orders.start();
    }
  }
}
