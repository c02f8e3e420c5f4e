package com.salesync.sale;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.StatementCounter;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** How few statements paying and voiding send; each more is a round trip of every payment. */
@ServiceTest
class PaymentCostIT {

  private final StatementCounter statements;
  private final OrderServiceFake orders = OrderServiceFake.get();
  private final Till till;

  PaymentCostIT(RestTestClient client, StatementCounter statements) {
    this.statements = statements;
    this.till = new Till(client);
  }

  /** The sale; then its lock, its new state, its day's revenue and the audit. */
  @Test
  void aPaymentSendsFiveStatements() {
    assertThat(fewest(i -> till.payNewOrder(4, 12_000))).isEqualTo(5);
  }

  @Test
  void anIdempotencyKeyCostsOneMore() {
    assertThat(fewest(i -> payWithKey("key " + i))).isEqualTo(6);
  }

  /** The key that is held, by which sale, and how that has ended. */
  @Test
  void aRepeatSendsThreeStatements() {
    payWithKey("again");
    assertThat(fewest(i -> till.pay(4, 12_000, "again"))).isEqualTo(3);
  }

  @Test
  void aRefusedPaymentSendsFourStatements() {
    assertThat(fewest(i -> till.pay(9, 12_000))).isEqualTo(4);
  }

  @Test
  void aVoidSendsSevenStatements() {
    List<Long> sales = IntStream.range(0, 20).mapToObj(i -> till.payNewOrder(4, 12_000)).toList();
    assertThat(fewest(i -> till.voidSale(sales.get(i)))).isEqualTo(7);
  }

  private void payWithKey(String key) {
    orders.open(till.store(), 4, 12_000);
    assertThat(till.pay(4, 12_000, key).status()).isEqualTo(201);
  }

  /** The fewest of several tries, since the scheduler polls meanwhile. */
  private int fewest(IntConsumer call) {
    return IntStream.range(0, 20)
        .map(attempt -> statements.during(() -> call.accept(attempt)))
        .min()
        .orElseThrow();
  }
}
