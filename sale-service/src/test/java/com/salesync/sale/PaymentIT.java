package com.salesync.sale;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import com.salesync.sale.Till.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Every row of the contract about taking a payment. */
@ServiceTest
class PaymentIT {

  private static final long HIGHEST_TOTAL = 1_000_000_000_000_000L;

  private final RestTestClient client;
  private final OrderServiceFake orders = OrderServiceFake.get();

  PaymentIT(RestTestClient client) {
    this.client = client;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sales", "/sales/"})
  void takesAPayment(String path) {
    Till till = new Till(client);
    FakeOrders.Order order = orders.open(till.store(), 4, 12_000);

    Answer answer =
        till.post(path, "{\"table_no\":4,\"total_price\":12000,\"payment_type\":\"현금\"}", null);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("result")).isEqualTo("success");
    assertThat(answer.text("message")).isEqualTo("결제 등록 성공");
    assertThat(answer.json().propertyNames()).containsExactly("result", "message", "id");
    assertThat(answer.json().get("id").isIntegralNumber()).isTrue();
    assertThat(order.status).isEqualTo("PAID");
    assertThat(order.paidBy).isEqualTo(answer.number("id"));
    assertThat(order.businessDay).isEqualTo(Till.today().toString());
    assertThat(SaleTable.only(till.store()))
        .containsEntry("order_id", order.orderId)
        .containsEntry("total_price", 12_000L)
        .containsEntry("payment_type", "현금")
        .containsEntry("status", "COMPLETED");
    assertThat(SaleTable.recoveries(till.store())).isZero();
    assertThat(till.revenueToday()).isEqualTo(12_000);
  }

  @Test
  void answersInEnglishWhenAsked() {
    Till till = new Till(client);
    orders.open(till.store(), 4, 12_000);

    client
        .post()
        .uri("/sales")
        .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(till.store()))
        .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
        .contentType(MediaType.APPLICATION_JSON)
        .body("{\"table_no\":4,\"total_price\":12000,\"payment_type\":\"card\"}")
        .exchange()
        .expectBody()
        .jsonPath("$.message")
        .isEqualTo("Payment registered");
  }

  @Test
  void refusesAPaymentWhereNothingIsOpen() {
    Till till = new Till(client);

    Answer answer = till.pay(4, 12_000);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("result")).isEqualTo("failed");
    assertThat(answer.text("message")).isEqualTo("결제 등록 실패");
    assertThat(till.sales()).isEmpty();
    assertThat(SaleTable.only(till.store()))
        .containsEntry("status", "FAILED")
        .containsEntry("failure", "NO_OPEN_ORDER");
    assertThat(SaleTable.recoveries(till.store())).isZero();
  }

  @Test
  void refusesAnotherTotalAndNamesTheRightOne() {
    Till till = new Till(client);
    FakeOrders.Order order = orders.open(till.store(), 4, 12_000);

    Answer answer = till.pay(4, 11_999);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("result")).isEqualTo("failed");
    assertThat(answer.text("code")).isEqualTo("TOTAL_MISMATCH");
    assertThat(answer.text("message")).contains("12,000");
    assertThat(answer.number("total_price")).isEqualTo(12_000);
    assertThat(order.status).isEqualTo("OPEN");
    assertThat(SaleTable.count(till.store(), "FAILED")).isOne();
    assertThat(till.pay(4, 12_000).status()).isEqualTo(201);
    assertThat(till.revenueToday()).isEqualTo(12_000);
  }

  @Test
  void takesAFreeOrderAndTheHighestTotal() {
    Till till = new Till(client);
    orders.open(till.store(), 0, 0);
    orders.open(till.store(), 9999, HIGHEST_TOTAL);

    assertThat(till.pay(0, 0).status()).isEqualTo(201);
    assertThat(till.pay(9999, HIGHEST_TOTAL).status()).isEqualTo(201);
    assertThat(till.revenueToday()).isEqualTo(HIGHEST_TOTAL);
  }
}
