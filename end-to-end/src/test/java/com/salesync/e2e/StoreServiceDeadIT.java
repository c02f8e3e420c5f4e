package com.salesync.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.e2e.client.Answer;
import com.salesync.localstack.part.Part;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Store-service is dead for longer than an edit may go by what was last known of ended sessions:
 * the shop goes on selling, and changes no price.
 */
@EnabledIfSystemProperty(named = "acceptance", matches = "true")
class StoreServiceDeadIT {

  private static final Duration UNVERIFIED = Duration.ofSeconds(30);
  private static final Duration BACK = Duration.ofMinutes(3);
  private static final int VISITS = 200;
  private static final long PRICE = 10_000;

  private final Stack stack = Stack.asDeployed();

  @Test
  void visitsSucceedAndAPriceEditIsRefused() throws Exception {
    try (Replica items =
            new Replica(
                stack, Part.ITEM, Map.of("SALESYNC_SESSIONDIRECTORY_VERIFIEDMAXAGE", "5s"));
        Replica gateway =
            new Replica(stack, Part.GATEWAY, Map.of("ITEM_BASE_URL", items.url().toString()))) {
      Shop shop = Tables.inNewShop(stack).shop().at(gateway.url());
      long pizza = shop.item("피자 한 판", PRICE);
      stack.parts().stop(Part.STORE);
      try {
        await().atMost(UNVERIFIED).untilAsserted(() -> assertUnverified(reprice(shop, pizza)));
        for (int table = 1; table <= VISITS; table++) {
          assertThat(shop.order(table, pizza, 1).status()).isEqualTo(200);
          assertThat(shop.pay(table, PRICE).status()).isEqualTo(201);
        }
        assertUnverified(reprice(shop, pizza));
      } finally {
        stack.parts().start(Part.STORE);
        stack.parts().awaitReady(Part.STORE, BACK);
      }
      assertThat(shop.revenueToday()).isEqualTo(VISITS * PRICE);
      await()
          .atMost(UNVERIFIED)
          .untilAsserted(() -> assertThat(reprice(shop, pizza).status()).isEqualTo(200));
    }
  }

  private static Answer reprice(Shop shop, long item) {
    return shop.till.put("/categories/items/" + item, Map.of("name", "피자 한 판", "price", PRICE + 1));
  }

  private static void assertUnverified(Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(503);
    assertThat(answer.body().path("code").asString()).isEqualTo("SESSION_UNVERIFIED");
  }
}
