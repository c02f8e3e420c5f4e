package com.salesync.sale;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import com.salesync.sale.OrderServiceFake.Fault;
import com.salesync.sale.Till.Answer;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A published client, which sends no key, pays again because it was not answered. */
@ServiceTest
class RepeatedPaymentIT {

  private final OrderServiceFake orders = OrderServiceFake.get();
  private final Till till;
  private final Till otherTill;

  RepeatedPaymentIT(RestTestClient client) {
    till = new Till(client);
    otherTill = new Till(client, till.store());
    orders.open(till.store(), 4, 12_000);
  }

  @Test
  void isAnsweredAgain() {
    Answer first = till.pay(4, 12_000);

    Answer again = till.pay(4, 12_000);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(till.sales()).hasSize(1);
    assertThat(till.revenueToday()).isEqualTo(12_000);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ".*_AFTER")
  void isBookedIfOnlyOrderServiceKnowsOfIt(Fault fault) {
    orders.failNext(till.store(), fault);
    assertThat(till.pay(4, 12_000).status()).isEqualTo(504);

    Answer again = till.pay(4, 12_000);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.number("id")).isEqualTo(orders.paid(till.store()).getFirst().paidBy);
    assertThat(SaleTable.count(till.store(), "COMPLETED")).isOne();
    assertThat(till.sales()).hasSize(1);
    assertThat(till.revenueToday()).isEqualTo(12_000);
  }

  @Test
  void ofAnotherSessionIsNone() {
    till.pay(4, 12_000);
    assertNothingToPay(otherTill.pay(4, 12_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"table_no\":4,\"total_price\":12001,\"payment_type\":\"card\"}",
        "{\"table_no\":4,\"total_price\":12000,\"payment_type\":\"cash\"}"
      })
  void withAnotherBodyIsNone(String other) {
    till.pay(4, 12_000);
    assertNothingToPay(till.post("/sales", other, null));
  }

  @Test
  void withAKeyIsNone() {
    till.pay(4, 12_000);
    assertNothingToPay(till.pay(4, 12_000, "k"));
  }

  @Test
  void ofAVoidedSaleIsNone() {
    till.voidSale(till.pay(4, 12_000).number("id"));
    assertNothingToPay(till.pay(4, 12_000));
  }

  @Test
  void afterAMinuteIsNone() throws SQLException {
    long sale = till.pay(4, 12_000).number("id");
    age(sale, 50);
    assertThat(till.pay(4, 12_000).number("id")).isEqualTo(sale);
    age(sale, 10);
    assertNothingToPay(till.pay(4, 12_000));
  }

  @Test
  void paysTheNextGuestsOrderWhereOneIsOpen() {
    long first = till.pay(4, 12_000).number("id");
    orders.open(till.store(), 4, 12_000);
    assertThat(till.pay(4, 12_000).number("id")).isNotEqualTo(first);
  }

  private void age(long sale, int seconds) throws SQLException {
    SaleTable.unguarded(
        "update sale.sales set created_at = created_at - interval '%d seconds' where id = %d"
            .formatted(seconds, sale));
  }

  private static void assertNothingToPay(Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("result")).isEqualTo("failed");
    assertThat(answer.text("message")).isEqualTo("결제 등록 실패");
  }
}
