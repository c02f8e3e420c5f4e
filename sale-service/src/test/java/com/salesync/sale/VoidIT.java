package com.salesync.sale;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import com.salesync.sale.Till.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Every row of the contract about voiding a sale. */
@ServiceTest
class VoidIT {

  private final RestTestClient client;
  private final OrderServiceFake orders = OrderServiceFake.get();

  VoidIT(RestTestClient client) {
    this.client = client;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/"})
  void voidsASaleForGood(String slash) {
    Till till = new Till(client);
    FakeOrders.Order order = orders.open(till.store(), 4, 12_000);
    long sale = till.pay(4, 12_000).number("id");

    Answer answer = till.send(HttpMethod.DELETE, "/sales/" + sale + slash);
    Answer again = till.voidSale(sale);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().propertyNames()).containsExactly("result", "message");
    assertThat(answer.text("result")).isEqualTo("success");
    assertThat(answer.text("message")).isEqualTo("결제 취소 성공");
    assertThat(again.text("result")).isEqualTo("success");
    assertThat(order.status).isEqualTo("VOIDED");
    assertThat(till.sales()).isEmpty();
    assertThat(till.revenueToday()).isZero();
    JsonNode voided = till.get("/sales?include=voided").json().get("sales").get(0);
    assertThat(voided.get("id").asLong()).isEqualTo(sale);
    assertThat(voided.get("voided_at").asString()).endsWith("+09:00");
    assertThat(SaleTable.recoveries(till.store())).isZero();
  }

  @Test
  void voidsOnlyWhatWasPaidHere() {
    Till till = new Till(client);
    long foreign = new Till(client).payNewOrder(4, 12_000);
    till.pay(4, 12_000);
    long failed = (long) SaleTable.only(till.store()).get("id");

    for (long id : new long[] {foreign, failed, 0, -1, Long.MAX_VALUE}) {
      Answer answer = till.voidSale(id);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text("result")).isEqualTo("failed");
      assertThat(answer.text("message")).isEqualTo("존재하지 않는 결제 내역");
    }
    assertThat(till.voidSale(failed).status()).isEqualTo(200);
    assertThat(SaleTable.count(till.store(), "FAILED")).isOne();
  }
}
