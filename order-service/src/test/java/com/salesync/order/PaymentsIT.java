package com.salesync.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.Parallel;
import com.salesync.common.test.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Order-service's part of the payment saga. */
@OrderServiceTest
class PaymentsIT {

  private static final String DAY = "2026-03-01";

  private final Shop shop;
  private final long pizza;
  private final long cola;
  private final SettableClock clock;

  PaymentsIT(RestTestClient client, SettableClock clock) {
    shop = new Shop(client);
    this.clock = clock;
    pizza = shop.offer("Pizza", 20_000);
    cola = shop.offer("Cola", 3_000);
  }

  @AfterEach
  void recordsAgree() {
    clock.reset();
    Database.assertConsistent();
  }

  @Test
  void paysTheOpenOrder() {
    long order = shop.post(Shop.order(4, pizza, 2, cola, 1)).number("/order_id");

    Answer paid = shop.pay(4, 17, 43_000, DAY).hasStatus(200);

    assertThat(paid.number("/order_id")).isEqualTo(order);
    assertThat(paid.number("/total_price")).isEqualTo(43_000);
    assertThat(shop.unpaid(4).at("/carts").size()).isZero();
    Answer recovered = paidBy(17).hasStatus(200);
    assertThat(recovered.number("/order_id")).isEqualTo(order);
    assertThat(recovered.number("/total_price")).isEqualTo(43_000);
    assertThat(recovered.text("/status")).isEqualTo("PAID");
    assertThat(shop.volumes(DAY, DAY).at("/volumes").size()).isEqualTo(2);
    assertThat(paid()).isEqualTo("1 x 43000");
    assertThat(audited()).containsExactly("order.paid|order:" + order);
  }

  @Test
  void refusesWhatIsNotThere() {
    shop.pay(4, 17, 1, DAY).isProblem(404, "ORDER_NOT_FOUND");
    shop.voidSale(17).isProblem(404, "ORDER_NOT_FOUND");
    paidBy(17).isProblem(404, "ORDER_NOT_FOUND");
  }

  @Test
  void namesTheSaleThatPaidTheLastOrderWhereNothingIsOpen() {
    payNewOrder(16);
    Answer paid = payNewOrder(17);

    Answer refused = shop.pay(4, 18, 40_000, DAY).isProblem(404, "ORDER_NOT_FOUND");

    assertThat(refused.number("/last_payment/sale_id")).isEqualTo(17);
    assertThat(refused.number("/last_payment/order_id")).isEqualTo(paid.number("/order_id"));
    assertThat(refused.number("/last_payment/total_price")).isEqualTo(40_000);
    assertNamesNoSale(shop.pay(5, 18, 40_000, DAY));
  }

  @Test
  void namesNoSaleWhereOtherGuestsHaveOrderedSince() {
    Instant before = Instant.now();
    payNewOrder(17);
    shop.postAnew(Shop.order(4, pizza, 2)).hasStatus(200);
    assertNamesNoSale(shop.pay(4, 18, 40_000, DAY, before));
    shop.cancel(4).hasStatus(200);
    assertNamesNoSale(shop.pay(4, 18, 40_000, DAY));
  }

  private static void assertNamesNoSale(Answer refused) {
    refused.isProblem(404, "ORDER_NOT_FOUND");
    assertThat(refused.body().has("last_payment")).isFalse();
  }

  @Test
  void refusesAnotherTotalAndSaysTheRightOne() {
    shop.post(Shop.order(4, pizza, 2));
    Answer answer = shop.pay(4, 17, 39_999, DAY).isProblem(409, "TOTAL_MISMATCH");
    assertThat(answer.number("/total_price")).isEqualTo(40_000);
    assertThat(shop.linesOf(4)).isEqualTo("Pizza x 2");
    paidBy(17).hasStatus(404);
    shop.pay(4, 17, 40_000, DAY).hasStatus(200);
  }

  @Test
  void theSameSaleTwentyTimesPaysOnce() {
    shop.post(Shop.order(4, pizza, 2));
    List<Answer> answers = Parallel.times(20, i -> shop.pay(4, 17, 40_000, DAY));
    assertThat(answers).allSatisfy(answer -> answer.hasStatus(200));
    assertThat(answers.stream().map(answer -> answer.body().toString()).distinct()).hasSize(1);
    assertThat(shop.volumes(DAY, DAY).number("/volumes/0/quantity")).isEqualTo(2);
    assertThat(audited()).hasSize(1);
  }

  @Test
  void fiftySalesForOneOrderPayItOnce() {
    shop.post(Shop.order(4, pizza, 2));
    List<Integer> answers = Parallel.times(50, i -> shop.pay(4, 100 + i, 40_000, DAY).status());
    assertThat(answers).containsOnly(200, 404);
    assertThat(answers.stream().filter(status -> status == 200)).hasSize(1);
    assertThat(shop.volumes(DAY, DAY).number("/volumes/0/revenue")).isEqualTo(40_000);
  }

  @Test
  void aRepeatDoesNotPayTheNextOrder() {
    Answer first = payNewOrder(17);
    shop.postAnew(Shop.order(4, pizza, 2));
    assertThat(shop.pay(4, 17, 40_000, DAY).body()).isEqualTo(first.body());
    assertThat(shop.linesOf(4)).isEqualTo("Pizza x 2");
  }

  @Test
  void aLateSaleDoesNotPayTheNextOrderOfTheTable() {
    Instant requestedFirst = Instant.now();
    payNewOrder(18);
    shop.postAnew(Shop.order(4, pizza, 2));

    // Other replicas hand out other ranges of ids.
    shop.pay(4, 70, 40_000, DAY, requestedFirst).isProblem(404, "ORDER_NOT_FOUND");

    assertThat(shop.linesOf(4)).isEqualTo("Pizza x 2");
    shop.pay(5, 70, 40_000, DAY, requestedFirst).isProblem(404, "ORDER_NOT_FOUND");
    shop.postAnew(Shop.order(5, pizza, 2));
    shop.pay(5, 70, 40_000, DAY).hasStatus(200);
    shop.pay(4, 17, 40_000, DAY).hasStatus(200);
  }

  @Test
  void aClockThatIsFarAheadHoldsUpNobody() {
    shop.postAnew(Shop.order(4, pizza, 2)).hasStatus(200);
    shop.pay(4, 17, 40_000, DAY, Instant.now().plusSeconds(3600)).hasStatus(200);
    clock.advance(Duration.ofSeconds(2));
    shop.postAnew(Shop.order(4, pizza, 2)).hasStatus(200);
    shop.pay(4, 18, 40_000, DAY, clock.instant()).hasStatus(200);
  }

  @Test
  void aSaleDoesNotPayAnOrderThatWasOpenedAfterIt() {
    shop.post(Shop.order(4, pizza, 2));
    shop.cancel(4);
    shop.postAnew(Shop.order(4, pizza, 2));

    shop.pay(4, 17, 40_000, DAY, Instant.now().minusSeconds(20)).isProblem(404, "ORDER_NOT_FOUND");

    assertThat(shop.linesOf(4)).isEqualTo("Pizza x 2");
    shop.pay(4, 17, 40_000, DAY).hasStatus(200);
  }

  @Test
  void oneSalePaysOneTableOnlyHoweverItIsAsked() {
    Parallel.times(10, i -> shop.post(Shop.order(i, pizza, 2)));
    List<Answer> answers = Parallel.times(10, i -> shop.pay(i, 17, 40_000, DAY));
    assertThat(answers).allSatisfy(answer -> answer.hasStatus(200));
    assertThat(answers.stream().map(answer -> answer.number("/order_id")).distinct()).hasSize(1);
    assertThat(shop.get("/orders/unpaids").at("/orders").size()).isEqualTo(9);
  }

  @Test
  void twentyVoidsVoidOnce() {
    payNewOrder(17);
    payNewOrder(18);

    List<Answer> answers = Parallel.times(20, i -> shop.voidSale(17));

    assertThat(answers).allSatisfy(answer -> answer.hasStatus(200));
    assertThat(answers.stream().map(answer -> answer.body().toString()).distinct()).hasSize(1);
    assertThat(shop.volumes(DAY, DAY).number("/volumes/0/quantity")).isEqualTo(2);
    assertThat(paidBy(17).text("/status")).isEqualTo("VOIDED");
    assertThat(paid()).isEqualTo("1 x 40000");
    assertThat(audited().stream().filter(row -> row.startsWith("order.voided"))).hasSize(1);
    assertThat(shop.pay(4, 17, 40_000, DAY).text("/status")).isEqualTo("VOIDED");
  }

  @Test
  void aVoidCountsOnTheDayOfThePayment() {
    payNewOrder(17);
    shop.voidSale(17).hasStatus(200);
    assertThat(shop.volumes("2026-01-01", "2026-12-31").at("/volumes").size()).isZero();
    assertThat(paid()).isEqualTo("0 x 0");
  }

  @Test
  void oneItemAtSeveralPricesIsOneVolumeUnderItsLatestName() {
    shop.post(Shop.order(4, pizza, 1));
    shop.reprice(pizza, "Pizza deluxe", 25_000);
    shop.post(Shop.order(4, pizza, 2));
    shop.pay(4, 17, 70_000, DAY).hasStatus(200);

    assertThat(shop.volumes(DAY, DAY).at("/volumes"))
        .hasToString(
            "[{\"business_day\":\"%s\",\"item_id\":%d,\"name\":\"Pizza deluxe\",\"quantity\":3,\"revenue\":70000}]"
                .formatted(DAY, pizza));
  }

  @Test
  void paymentsAndVoidsInParallelNeitherDeadlockNorMiscount() {
    long[] items = {pizza, cola, shop.offer("Soup", 7_000), shop.offer("Rice", 1_000)};
    List<Answer> answers =
        Parallel.times(
            40,
            i -> {
              int first = i % 4;
              int second = (i + 1 + i % 3) % 4;
              Answer placed =
                  shop.post(Shop.order(100 + i, items[first], 1 + i % 5, items[second], 2));
              long total = shop.unpaid(100 + i).number("/total_price");
              shop.pay(100 + i, 1000 + i, total, DAY).hasStatus(200);
              return i % 2 == 0 ? placed : shop.voidSale(1000 + i);
            });
    assertThat(answers).allSatisfy(answer -> answer.hasStatus(200));
    assertThat(shop.rebuild(DAY, DAY).at("/differences").size()).isZero();
  }

  @Test
  void countsOnTheDayTheSaleGivesNotTheDayTheOrderWasOpened() {
    shop.post(Shop.order(4, pizza, 2));
    shop.pay(4, 17, 40_000, "2031-12-31").hasStatus(200);
    assertThat(shop.volumes("2031-12-31", "2031-12-31").number("/volumes/0/revenue"))
        .isEqualTo(40_000);
  }

  private Answer payNewOrder(long sale) {
    shop.postAnew(Shop.order(4, pizza, 2)).hasStatus(200);
    return shop.pay(4, sale, 40_000, DAY).hasStatus(200);
  }

  private Answer paidBy(long sale) {
    return shop.internal(HttpMethod.GET, "/internal/orders/paid-by/" + sale, null);
  }

  /** How many orders were paid on the day, and their total. */
  private String paid() {
    Answer answer = shop.dayTotals(DAY).hasStatus(200);
    assertThat(answer.at("/days/0/reported")).isEqualTo(answer.at("/days/0/total"));
    return answer.number("/days/0/orders") + " x " + answer.number("/days/0/total");
  }

  private List<String> audited() {
    return Database.rows(
        "select action, subject from audit_log where store_id = " + shop.id + " order by id");
  }
}
