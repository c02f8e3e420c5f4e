package com.salesync.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.Parallel;
import com.salesync.common.test.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Double clicks, browsers that repeat a POST, and many tills at one table. */
@OrderServiceTest
class ParallelOrdersIT {

  private static final int CLIENTS = 50;

  private final Shop shop;
  private final SettableClock clock;
  private final long pizza;

  ParallelOrdersIT(RestTestClient client, SettableClock clock) {
    shop = new Shop(client);
    this.clock = clock;
    pizza = shop.offer("Pizza", 20_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 12})
  void fiftyDifferentOrdersMakeOneOrderHoldingAllLines(int table) {
    List<Long> items =
        IntStream.range(0, CLIENTS).mapToObj(i -> shop.offer("Item " + i, 100 + i)).toList();

    List<Answer> answers =
        Parallel.times(
            CLIENTS,
            i ->
                shop.post(
                    Shop.order(table, items.get(i), 1, pizza, 1), "Idempotency-Key", "key-" + i));

    assertThat(answers).allSatisfy(answer -> answer.isSuccess("주문 생성 성공"));
    assertThat(answers.stream().map(answer -> answer.number("/order_id")).distinct()).hasSize(1);
    assertThat(answers.stream().map(answer -> answer.number("/version")).distinct())
        .hasSize(CLIENTS);
    Answer order = shop.unpaid(table);
    assertThat(order.at("/carts").size()).isEqualTo(CLIENTS + 1);
    assertThat(order.number("/total_price"))
        .isEqualTo(50 * 20_000 + IntStream.range(0, CLIENTS).map(i -> 100 + i).sum());
    assertThat(shop.get("/orders/unpaids").at("/orders").size()).isEqualTo(1);
    Database.assertConsistent();
  }

  @Test
  void theSameKeyFiftyTimesIsOneOrderAndOneAnswer() {
    List<Answer> answers =
        Parallel.times(
            CLIENTS, i -> shop.post(Shop.order(1, pizza, 2), "Idempotency-Key", "one-click"));

    assertOneOrder(answers);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void theSameBodyFiftyTimesWithoutAKeyIsOneOrderAndOneAnswer(int table) {
    List<Answer> answers = Parallel.times(CLIENTS, i -> shop.post(Shop.order(table, pizza, 2)));

    assertOneOrder(answers);
    assertThat(shop.unpaid(table).number("/total_price")).isEqualTo(40_000);
  }

  private void assertOneOrder(List<Answer> answers) {
    assertThat(answers).allSatisfy(answer -> answer.isSuccess("주문 생성 성공"));
    assertThat(answers.stream().map(answer -> answer.body().toString()).distinct()).hasSize(1);
    assertThat(
            Database.rows(
                "select quantity from orders o join order_lines l on l.order_id = o.id"
                    + " and l.store_id = o.store_id where o.store_id = "
                    + shop.id))
        .containsExactly("2");
  }

  @Test
  void aReplacementFiftyTimesLeavesWhatItAskedFor() {
    shop.post(Shop.order(1, pizza, 2));
    List<Answer> answers = Parallel.times(CLIENTS, i -> shop.put(Shop.order(1, pizza, 3)));
    assertThat(answers).allSatisfy(answer -> answer.isSuccess("주문 수정 성공"));
    assertThat(shop.linesOf(1)).isEqualTo("Pizza x 3");
  }

  @Test
  void ordersPaymentsAndCancelsAtOneTableLoseNothing() {
    List<Answer> answers =
        Parallel.times(
            60,
            i ->
                switch (i % 4) {
                  case 0 -> shop.cancel(1);
                  case 1 -> shop.pay(1, i + 1, 20_000, "2026-03-01");
                  case 2 -> shop.put(Shop.order(1, pizza, 1));
                  default -> shop.postAnew(Shop.order(1, pizza, 1));
                });
    assertThat(answers).extracting(Answer::status).isSubsetOf(200, 404, 409);
    Database.assertConsistent();
  }

  private Answer later(Duration by, Supplier<Answer> call) {
    clock.advance(by);
    try {
      return call.get();
    } finally {
      clock.reset();
    }
  }

  @Test
  void theSameBodyWithinTenSecondsIsARepeat() {
    Answer first = shop.post(Shop.order(1, pizza, 1));
    Answer repeat = later(Duration.ofSeconds(5), () -> shop.post(Shop.order(1, pizza, 1)));
    assertThat(repeat.body()).isEqualTo(first.body());
    assertThat(shop.linesOf(1)).isEqualTo("Pizza x 1");
  }

  @Test
  void theSameBodyAfterTenSecondsIsAnotherOrder() {
    shop.post(Shop.order(1, pizza, 1));
    later(Duration.ofSeconds(11), () -> shop.post(Shop.order(1, pizza, 1)));
    assertThat(shop.linesOf(1)).isEqualTo("Pizza x 2");
  }

  @Test
  void theSameBodyAfterAnotherOrderIsAnotherOrder() {
    long cola = shop.offer("Cola", 3_000);
    shop.post(Shop.order(1, pizza, 1));
    shop.post(Shop.order(1, cola, 1));
    shop.post(Shop.order(1, pizza, 1));
    assertThat(shop.linesOf(1)).isEqualTo("Pizza x 2, Cola x 1");
  }

  @Test
  void theSameBodyAfterAReplacementIsAnotherOrder() {
    shop.post(Shop.order(1, pizza, 1));
    shop.put(Shop.order(1, pizza, 1));
    shop.post(Shop.order(1, pizza, 1));
    assertThat(shop.linesOf(1)).isEqualTo("Pizza x 2");
  }

  @Test
  void theSameBodyAtAnotherTableIsAnotherOrder() {
    shop.post(Shop.order(1, pizza, 1));
    shop.post(Shop.order(2, pizza, 1));
    assertThat(shop.linesOf(2)).isEqualTo("Pizza x 1");
  }

  @Test
  void theSameBodyAfterPaymentOpensANewOrder() {
    long paid = shop.post(Shop.order(0, pizza, 1)).number("/order_id");
    shop.pay(0, 1, 20_000, "2026-03-01").hasStatus(200);
    Answer next = shop.post(Shop.order(0, pizza, 1)).isSuccess("주문 생성 성공");
    assertThat(next.number("/order_id")).isNotEqualTo(paid);
    assertThat(shop.linesOf(0)).isEqualTo("Pizza x 1");
  }

  @Test
  void aKeyIsAnsweredAgainEvenAfterPayment() {
    Answer first = shop.post(Shop.order(1, pizza, 1), "Idempotency-Key", "k");
    shop.pay(1, 1, 20_000, "2026-03-01").hasStatus(200);
    assertThat(shop.post(Shop.order(1, pizza, 1), "Idempotency-Key", "k").body())
        .isEqualTo(first.body());
    assertThat(shop.unpaid(1).at("/carts").size()).isZero();
  }

  @Test
  void aKeyWithAnotherBodyIsRefused() {
    shop.post(Shop.order(1, pizza, 1), "Idempotency-Key", "k").hasStatus(200);
    shop.post(Shop.order(1, pizza, 2), "Idempotency-Key", "k")
        .isProblem(422, "IDEMPOTENCY_KEY_REUSED");
    shop.post(Shop.order(1), "Idempotency-Key", "k").isProblem(422, "IDEMPOTENCY_KEY_REUSED");
    assertThat(shop.linesOf(1)).isEqualTo("Pizza x 1");
  }

  @Test
  void aKeyBelongsToOneStore() {
    String key = UUID.randomUUID().toString();
    shop.post(Shop.order(1, pizza, 1), "Idempotency-Key", key).hasStatus(200);
    assertThat(Database.rows("select store_id from idempotency_keys where key = '" + key + "'"))
        .containsExactly(Long.toString(shop.id));
  }

  @Test
  void aLineNeverGrowsBeyond999() {
    shop.postAnew(Shop.order(1, pizza, 990));
    shop.postAnew(Shop.order(1, pizza, 10)).isProblem(400, "QUANTITY_TOO_LARGE");
    assertThat(shop.linesOf(1)).isEqualTo("Pizza x 990");
  }
}
