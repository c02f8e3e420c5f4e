package com.salesync.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.e2e.client.Answer;
import com.salesync.localstack.part.Part;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class InsightIT {

  private static final Duration ANSWERED = Duration.ofSeconds(60);

  private final Shop shop = Shop.open();
  private final String today = "start=" + Shop.today() + "&end=" + Shop.today();

  @BeforeEach
  void sellTwoPizzas() {
    long pizza = shop.item("피자", 20_000);
    Answer costs =
        shop.till.post(
            "/bff/costs",
            Map.of(
                "items", List.of(Map.of("category_id", 1, "items", List.of(cost(pizza, 6_000))))));
    assertThat(costs.status()).as("%s", costs.body()).isEqualTo(200);
    shop.order(1, pizza, 2);
    assertThat(shop.pay(1, 40_000).status()).isEqualTo(201);
  }

  @Test
  void reportsShowRevenueAndNetProfit() {
    JsonNode sales = shop.till.get("/bff/sales?" + today).body();
    assertThat(sales.path("sales_volume").asLong()).isEqualTo(40_000);
    assertThat(sales.path("items").get(0).path("quantity").asLong()).isEqualTo(2);
    assertThat(sales.path("items").get(0).path("profit").asLong()).isEqualTo(28_000);

    JsonNode volumes = shop.till.get("/bff/volumes?" + today).body();
    assertThat(volumes.path("total").get(0).path("profit").asLong()).isEqualTo(28_000);
  }

  @Test
  void pressingSettleTwentyTimesSendsOneText() {
    List<Answer> answers =
        Parallel.calls(
            20,
            caller ->
                shop.till.post("/dashboard/settlements", Map.of("date", Shop.today().toString())));

    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200));
    assertThat(answers.stream().map(answer -> answer.id("settlement_id")).distinct()).hasSize(1);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              JsonNode settled =
                  shop.till.get("/dashboard/settlements?" + today).body().path("settlements");
              assertThat(settled).hasSize(1);
              assertThat(settled.get(0).path("sms").asString()).isEqualTo("sent");
            });
    assertThat(answers.getFirst().id("sales_volume")).isEqualTo(40_000);
  }

  @Test
  void onceConsultingSaysSuccessTheDashboardHasTheAnswer() {
    String request = ask();

    awaitSuccess(request);
    assertThat(
            shop.till
                .get("/dashboard/consulting/test/" + request)
                .body()
                .path("consulting")
                .asString(""))
        .contains("40,000");

    Shop stranger = Shop.open();
    assertThat(stranger.till.get("/dashboard/consulting/" + request).status()).isEqualTo(404);
    assertThat(stranger.till.get("/consulting/" + request).body().path("result").asString())
        .isEqualTo("failed");
  }

  @Test
  void aDeadBrokerDelaysAnswersAndLosesNone() {
    Stack.whole().parts().stop(Part.KAFKA);
    String request;
    try {
      request = ask();
      assertThat(shop.till.get("/dashboard/consulting/" + request).succeeded()).isFalse();
    } finally {
      Stack.whole().parts().start(Part.KAFKA);
    }
    awaitSuccess(request);
    assertThat(shop.till.get("/dashboard/consulting/" + request).succeeded()).isTrue();
  }

  @Test
  void aKilledConsultingServiceFinishesWhatItAccepted() {
    String request = ask();
    Stack.whole().parts().kill(Part.CONSULTING);

    awaitSuccess(request);
    assertThat(shop.till.get("/dashboard/consulting/" + request).succeeded()).isTrue();
  }

  private String ask() {
    Answer answer = shop.till.get("/consulting/?" + today);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    String request = answer.body().path("req_id").asString("");
    assertThat(request).as("%s", answer.body()).isNotEmpty();
    return request;
  }

  private void awaitSuccess(String request) {
    await()
        .atMost(ANSWERED)
        .untilAsserted(
            () -> assertThat(shop.till.get("/consulting/test/" + request).succeeded()).isTrue());
  }

  private static Map<String, Object> cost(long item, long cost) {
    return Map.of("item_id", item, "cost", cost);
  }
}
