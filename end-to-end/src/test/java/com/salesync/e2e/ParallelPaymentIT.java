package com.salesync.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.e2e.client.Answer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ParallelPaymentIT {

  private static final int CALLERS = 50;

  private final Shop shop = Shop.open();
  private final long pizza = shop.item("피자", 18_000);

  @Test
  void fiftyPaymentsOfOneTableMakeOneSale() {
    shop.order(1, pizza, 2);

    List<Answer> answers = Parallel.calls(CALLERS, caller -> shop.pay(1, 36_000));

    assertThat(statuses(answers)).containsExactly(201);
    assertThat(answers.stream().map(answer -> answer.id("id")).distinct()).hasSize(1);
    assertThat(shop.till.get("/sales/").body().path("sales")).hasSize(1);
    assertThat(shop.revenueToday()).isEqualTo(36_000);
    assertThat(shop.till.get("/orders/unpaids").body().path("orders")).isEmpty();
    Invariants.assertHold(Stack.whole());
  }

  @Test
  void onePaymentKeyGetsOneAnswer() {
    shop.order(2, pizza, 1);

    List<Answer> answers =
        Parallel.calls(CALLERS, caller -> shop.pay(2, 18_000, "Idempotency-Key", "pay-2"));

    assertThat(statuses(answers)).containsExactly(201);
    assertThat(answers.stream().map(answer -> answer.id("id")).collect(Collectors.toSet()))
        .hasSize(1);
    assertThat(shop.revenueToday()).isEqualTo(18_000);
    Invariants.assertHold(Stack.whole());
  }

  @Test
  void fiftyOrdersWithTheirOwnKeysFillOneOrder() {
    List<Answer> answers =
        Parallel.calls(
            CALLERS, caller -> shop.order(3, pizza, 1, "Idempotency-Key", "order-" + caller));

    assertThat(statuses(answers)).containsExactly(200);
    JsonNode orders = shop.till.get("/orders/unpaids").body().path("orders");
    assertThat(orders).hasSize(1);
    assertThat(orders.get(0).path("total_price").asLong()).isEqualTo(CALLERS * 18_000L);
  }

  @Test
  void oneOrderKeyHasOneEffect() {
    List<Answer> answers =
        Parallel.calls(CALLERS, caller -> shop.order(4, pizza, 3, "Idempotency-Key", "order"));

    assertThat(statuses(answers)).containsExactly(200);
    assertThat(answers.stream().map(answer -> answer.id("order_id")).distinct()).hasSize(1);
    assertThat(shop.till.get("/orders/unpaids/4").id("total_price")).isEqualTo(54_000);
  }

  @Test
  void theSameOrderWithoutAKeyIsARepeat() {
    List<Answer> answers = Parallel.calls(CALLERS, caller -> shop.order(5, pizza, 3));

    assertThat(statuses(answers)).containsExactly(200);
    assertThat(answers.stream().map(answer -> answer.id("order_id")).distinct()).hasSize(1);
    assertThat(shop.till.get("/orders/unpaids/5").id("total_price")).isEqualTo(54_000);
  }

  @Test
  void aKeyWithAnotherBodyIsRefused() {
    shop.order(6, pizza, 1, "Idempotency-Key", "mine");
    assertThat(shop.order(6, pizza, 2, "Idempotency-Key", "mine").status()).isEqualTo(422);

    assertThat(shop.pay(6, 18_000, "Idempotency-Key", "mine").status()).isEqualTo(201);
    Answer reused = shop.pay(6, 19_000, "Idempotency-Key", "mine");
    assertThat(reused.status()).isEqualTo(422);
    assertThat(reused.body().path("code").asString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void twentyEqualSignUpsMakeOneStore() {
    Map<String, Object> form =
        Map.of(
            "username", "same-" + shop.storeId,
            "password", Shop.PASSWORD,
            "owner_name", "김사장",
            "phone", "01012345678",
            "store_name", "피자집",
            "address", "서울",
            "store_type", "restaurant");

    List<Answer> answers = Parallel.calls(20, caller -> shop.till.post("/stores/", form));

    assertThat(statuses(answers)).contains(201).isSubsetOf(201, 429);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 201)
        .extracting(answer -> answer.id("store_id"))
        .containsOnly(
            answers.stream()
                .filter(one -> one.status() == 201)
                .findFirst()
                .orElseThrow()
                .id("store_id"));
  }

  private static Set<Integer> statuses(List<Answer> answers) {
    return answers.stream().map(Answer::status).collect(Collectors.toSet());
  }
}
