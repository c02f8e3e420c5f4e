package com.salesync.sale;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import com.salesync.sale.OrderServiceFake.Fault;
import com.salesync.sale.Till.Answer;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * order-service is down, slow, breaks off or talks nonsense: soon a 503, in the end whole books.
 */
@ServiceTest
class OutageIT {

  /** The time-outs of a call add up to 2.5 s; the rest is for a busy build machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final RestTestClient client;
  private final OrderServiceFake orders = OrderServiceFake.get();

  OutageIT(RestTestClient client) {
    this.client = client;
  }

  /** A payment that a fault has met; the graces of all run side by side. */
  private record Met(Fault fault, Till till, OrderServiceFake.Tab tab, Answer answer) {

    boolean paid() {
      return tab.status.equals("PAID");
    }
  }

  @TestFactory
  Stream<DynamicTest> leavesAnUnclearPaymentToRecovery() {
    return eachFault(
        till -> inTime(() -> till.pay(4, 12_000)),
        met -> {
          assertThat(met.answer.status()).isEqualTo(503);
          assertThat(met.answer.text("code")).isEqualTo("PAYMENT_UNCONFIRMED");
          assertThat(met.answer.headers().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("3");
          assertThat(SaleTable.only(met.till.store()))
              .containsEntry("status", met.paid() ? "COMPLETED" : "FAILED")
              .containsEntry("failure", met.paid() ? null : "NEVER_PAID");
          assertThat(met.till.revenueToday()).isEqualTo(met.paid() ? 12_000 : 0);
        });
  }

  @TestFactory
  Stream<DynamicTest> paysOnceWhenTheTillRetriesWithoutAKey() {
    return eachFault(
        till -> {
          till.pay(4, 12_000);
          return till.pay(4, 12_000);
        },
        met -> {
          assertThat(met.answer.status()).isIn(200, 201);
          assertPaidOnce(met);
        });
  }

  @TestFactory
  Stream<DynamicTest> finishesTheSameSaleWhenTheTillRetriesWithItsKey() {
    return eachFault(
        till -> {
          till.pay(4, 12_000, "k");
          return await()
              .atMost(15, SECONDS)
              .until(() -> till.pay(4, 12_000, "k"), answer -> answer.status() != 503);
        },
        met -> {
          assertThat(met.answer.status()).isEqualTo(201);
          assertThat(SaleTable.only(met.till.store())).containsEntry("id", met.tab.paidBy);
          assertPaidOnce(met);
        });
  }

  @TestFactory
  Stream<DynamicTest> finishesAVoidThatWasCutShort() {
    return Stream.of(Fault.values())
        .map(
            fault ->
                DynamicTest.dynamicTest(
                    fault.name(),
                    () -> {
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
                    }));
  }

  private Stream<DynamicTest> eachFault(Function<Till, Answer> call, Consumer<Met> assertion) {
    List<Met> met =
        Stream.of(Fault.values())
            .map(
                fault -> {
                  Till till = new Till(client);
                  OrderServiceFake.Tab tab = orders.open(till.store(), 4, 12_000);
                  orders.failNext(till.store(), fault);
                  return new Met(fault, till, tab, call.apply(till));
                })
            .toList();
    return met.stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.fault.name(),
                    () -> {
                      awaitSettled(each.till);
                      assertion.accept(each);
                    }));
  }

  private void assertPaidOnce(Met met) {
    assertThat(orders.paid(met.till.store())).containsExactly(met.tab);
    assertThat(met.till.sales()).hasSize(1);
    assertThat(met.till.sales().getFirst().get("id").asLong()).isEqualTo(met.tab.paidBy);
    assertThat(met.till.revenueToday()).isEqualTo(12_000);
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

  static Answer inTime(Supplier<Answer> call) {
    long begun = System.nanoTime();
    Answer answer = call.get();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE);
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
