package com.salesync.sale;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import com.salesync.sale.OrderServiceFake.Fault;
import com.salesync.sale.Till.Answer;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * order-service is down, slow, breaks off or talks nonsense: soon a 503, in the end whole books.
 */
@ServiceTest
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = OutageIT.ORDER_SERVICE, mode = ResourceAccessMode.READ)
class OutageIT {

  static final String ORDER_SERVICE = "order-service";

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final RestTestClient client;
  private final OrderServiceFake orders = OrderServiceFake.get();

  OutageIT(RestTestClient client) {
    this.client = client;
  }

  @ParameterizedTest
  @EnumSource
  void leavesAnUnclearPaymentToRecovery(Fault fault) {
    Till till = new Till(client);
    OrderServiceFake.Tab tab = orders.open(till.store(), 4, 12_000);
    orders.failNext(till.store(), fault);

    Answer answer = inTime(() -> till.pay(4, 12_000));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.text("code")).isEqualTo("PAYMENT_UNCONFIRMED");
    assertThat(answer.headers().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("3");
    awaitSettled(till);
    boolean paid = tab.status.equals("PAID");
    assertThat(SaleTable.only(till.store()))
        .containsEntry("status", paid ? "COMPLETED" : "FAILED")
        .containsEntry("failure", paid ? null : "NEVER_PAID");
    assertThat(till.revenueToday()).isEqualTo(paid ? 12_000 : 0);
  }

  @ParameterizedTest
  @EnumSource
  void paysOnceWhenTheTillRetriesWithoutAKey(Fault fault) {
    Till till = new Till(client);
    OrderServiceFake.Tab tab = orders.open(till.store(), 4, 12_000);
    orders.failNext(till.store(), fault);
    till.pay(4, 12_000);

    int retried = till.pay(4, 12_000).status();

    assertThat(retried).isIn(200, 201);
    awaitSettled(till);
    assertThat(orders.paid(till.store())).containsExactly(tab);
    assertThat(till.sales()).hasSize(1);
    assertThat(till.sales().getFirst().get("id").asLong()).isEqualTo(tab.paidBy);
    assertThat(till.revenueToday()).isEqualTo(12_000);
  }

  @ParameterizedTest
  @EnumSource
  void finishesTheSameSaleWhenTheTillRetriesWithItsKey(Fault fault) {
    Till till = new Till(client);
    OrderServiceFake.Tab tab = orders.open(till.store(), 4, 12_000);
    orders.failNext(till.store(), fault);
    till.pay(4, 12_000, "k");

    Answer retried =
        await()
            .atMost(10, SECONDS)
            .until(() -> till.pay(4, 12_000, "k"), answer -> answer.status() != 503);

    assertThat(retried.status()).isEqualTo(201);
    assertThat(SaleTable.only(till.store()))
        .containsEntry("status", "COMPLETED")
        .containsEntry("id", tab.paidBy);
    assertThat(till.revenueToday()).isEqualTo(12_000);
  }

  @Test
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
  @ResourceLock(value = ORDER_SERVICE, mode = ResourceAccessMode.READ_WRITE)
  void failsAtOnceWhatCertainlyWasNotReached() {
    Till till = new Till(client);
    OrderServiceFake.Tab tab = orders.open(till.store(), 4, 12_000);
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
    assertThat(tab.paidBy).isEqualTo(retried.number("id"));
    assertThat(till.revenueToday()).isEqualTo(12_000);
  }

  @Test
  void showsAnUnclearPaymentAsPendingOnly() {
    Till till = new Till(client);
    orders.open(till.store(), 4, 12_000);
    orders.failNext(till.store(), Fault.FAILS_AFTER);
    till.pay(4, 12_000);

    Till service = new Till(client, till.store(), TestTokens.internal(till.store()));
    Answer totals =
        service.get(
            "/internal/sales/daily-totals?start=%s&end=%s".formatted(Till.today(), Till.today()));

    assertThat(totals.json().get("days").get(0).get("pending").asLong()).isOne();
    assertThat(totals.json().get("days").get(0).get("total").asLong()).isZero();
    assertThat(till.sales()).isEmpty();
    long pending = (long) SaleTable.only(till.store()).get("id");
    assertThat(till.voidSale(pending).text("message")).isEqualTo("존재하지 않는 결제 내역");
    awaitSettled(till);
    assertThat(till.revenueToday()).isEqualTo(12_000);
  }

  @ParameterizedTest
  @EnumSource
  void finishesAVoidThatWasCutShort(Fault fault) {
    Till till = new Till(client);
    OrderServiceFake.Tab tab = orders.open(till.store(), 4, 12_000);
    long sale = till.pay(4, 12_000).number("id");
    orders.failNext(till.store(), fault);

    Answer answer = inTime(() -> till.voidSale(sale));

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.text("code")).isEqualTo("VOID_UNCONFIRMED");
    assertThat(answer.headers().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("3");
    assertThat(till.voidSale(sale).text("result")).isEqualTo("success");
    awaitSettled(till);
    assertThat(tab.status).isEqualTo("VOIDED");
    assertThat(till.revenueToday()).isZero();
    assertThat(till.sales()).isEmpty();
  }

  @Test
  @ResourceLock(value = ORDER_SERVICE, mode = ResourceAccessMode.READ_WRITE)
  void finishesAVoidByItselfOnceOrderServiceIsBack() {
    Till till = new Till(client);
    OrderServiceFake.Tab tab = orders.open(till.store(), 4, 12_000);
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

    assertThat(tab.status).isEqualTo("VOIDED");
    assertThat(till.revenueToday()).isZero();
  }

  @Test
  @ResourceLock(value = ORDER_SERVICE, mode = ResourceAccessMode.READ_WRITE)
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

  private static Answer inTime(Supplier<Answer> call) {
    long begun = System.nanoTime();
    Answer answer = call.get();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE);
    return answer;
  }

  private static void awaitSettled(Till till) {
    await()
        .atMost(15, SECONDS)
        .untilAsserted(
            () -> {
              assertThat(SaleTable.underWay(till.store())).isZero();
              assertThat(SaleTable.recoveries(till.store())).isZero();
            });
  }
}
