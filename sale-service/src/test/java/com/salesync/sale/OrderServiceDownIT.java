package com.salesync.sale;

import static com.salesync.sale.OutageIT.awaitSettled;
import static com.salesync.sale.OutageIT.inTime;
import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import com.salesync.sale.Till.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Nobody listens where order-service should. */
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

  @Test
  void finishesAVoidByItselfOnceOrderServiceIsBack() {
    Till till = new Till(client);
    FakeOrders.Order order = orders.open(till.store(), 4, 12_000);
    long sale = till.pay(4, 12_000).number("id");
    orders.stop();
    try {
      assertThat(inTime(() -> till.voidSale(sale)).status()).isEqualTo(503);
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
