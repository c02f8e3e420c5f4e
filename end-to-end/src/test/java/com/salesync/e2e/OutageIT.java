package com.salesync.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.e2e.client.Answer;
import com.salesync.e2e.client.Client;
import com.salesync.localstack.LocalStack;
import com.salesync.localstack.part.Part;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutageIT {

  private static final Duration BACK = Duration.ofMinutes(3);

  private static final List<String> OTHER_SERVICES =
      List.of(
          "/categories/",
          "/orders/unpaids",
          "/orders/unpaids/1/",
          "/sales/",
          "/dashboard/settlements",
          "/consulting/1");

  /** One of each service that asks no other but, as all do, store-service for ended sessions. */
  private static final Map<Part, String> OF_ITS_OWN =
      Map.of(
          Part.STORE, "/stores/",
          Part.ITEM, "/categories/items",
          Part.ORDER, "/orders/unpaids",
          Part.SALE, "/sales/",
          Part.DASHBOARD, "/dashboard/settlements?start=2026-01-01&end=2026-01-01",
          Part.CONSULTING, "/consulting/1");

  private final Shop shop = Shop.open();
  private final long pizza = shop.item("피자", 10_000);

  @Test
  void withoutItemServiceOrderingIsRefusedAndOrdersStayReadable() {
    shop.order(1, pizza, 1);
    Stack.whole().parts().stop(Part.ITEM);
    try {
      long began = System.nanoTime();
      Answer refused = shop.order(2, pizza, 1);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
      assertThat(refused.status()).as("%s", refused.body()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).isNotEmpty();
      assertThat(refused.body().path("code").asString()).isEqualTo("NEIGHBOUR_UNAVAILABLE");

      Answer orders = shop.till.get("/orders/unpaids");
      assertThat(orders.status()).isEqualTo(200);
      assertThat(orders.body().path("orders")).hasSize(1);
      assertThat(shop.pay(1, 10_000).status()).as("paying needs no menu").isEqualTo(201);

      Answer menu = shop.till.get("/categories/items");
      assertThat(menu.status()).isEqualTo(503);
      assertThat(menu.body().path("result").asString()).isEqualTo("failed");
      assertOthersGoOn(Part.ITEM);
    } finally {
      Stack.whole().parts().start(Part.ITEM);
      Stack.whole().parts().awaitReady(Part.ITEM, BACK);
    }
    await().untilAsserted(() -> assertThat(shop.order(2, pizza, 1).status()).isEqualTo(200));
  }

  @Test
  void withoutStoreServiceSellingGoesOnAndEndedSessionsStayEnded() {
    String ended = shop.logIn().body().path("access_token").asString();
    assertThat(shop.till.with(ended).post("/stores/logout", Map.of()).status()).isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertRefusedEverywhere(shop.till.with(ended)));

    Stack.whole().parts().stop(Part.STORE);
    try {
      assertThat(shop.order(3, pizza, 1).status()).isEqualTo(200);
      assertThat(shop.pay(3, 10_000).status()).isEqualTo(201);
      assertRefused(shop.till.with(ended), OTHER_SERVICES);
      assertOthersGoOn(Part.STORE);
    } finally {
      Stack.whole().parts().start(Part.STORE);
      Stack.whole().parts().awaitReady(Part.STORE, BACK);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ORDER", "SALE", "DASHBOARD", "CONSULTING"})
  void withoutAServiceNoOtherIsTakenOut(Part dead) {
    Stack.whole().parts().halt(dead);
    try {
      assertOthersGoOn(dead);
      if (dead == Part.DASHBOARD || dead == Part.CONSULTING) {
        assertThat(shop.order(4, pizza, 1).status()).isEqualTo(200);
        assertThat(shop.pay(4, 10_000).status()).isEqualTo(201);
      }
    } finally {
      Stack.whole().parts().start(dead);
      Stack.whole().parts().awaitReady(dead, BACK);
    }
  }

  @Test
  void closingAStoreEndsItsTokensWithinFiveSeconds() {
    Answer closed = shop.till.delete("/stores/" + shop.storeId);
    assertThat(closed.status()).isEqualTo(403);
    assertThat(closed.body().path("code").asString()).isEqualTo("PASSWORD_CHECK_NEEDED");
    shop.till.post("/stores/pwcheck", Map.of("password", Shop.PASSWORD));
    assertThat(shop.till.delete("/stores/" + shop.storeId).status()).isEqualTo(200);

    await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertRefusedEverywhere(shop.till));
    assertThat(shop.logIn().status()).isEqualTo(400);
  }

  private void assertOthersGoOn(Part dead) {
    LocalStack parts = Stack.whole().parts();
    Client stranger = new Client(parts.gatewayUrl(), null);
    String name = dead.label().replace("-service", "");
    await()
        .untilAsserted(
            () ->
                assertThat(stranger.get("/health").body().path("services").path(name).asString())
                    .isEqualTo("down"));
    assertThat(isReady(Part.GATEWAY)).as("the gateway is ready").isTrue();
    OF_ITS_OWN.forEach(
        (service, path) -> {
          if (service == dead) {
            assertThat(shop.till.get(path).status()).as(path).isEqualTo(503);
          } else {
            assertThat(isReady(service)).as("%s is ready", service).isTrue();
            assertThat(shop.till.get(path).status()).as(path).isEqualTo(200);
          }
        });
  }

  private static boolean isReady(Part service) {
    URI management = Stack.whole().parts().managementUrl(service);
    return new Client(management, null).get("/actuator/health/readiness").status() == 200;
  }

  private static void assertRefusedEverywhere(Client client) {
    assertRefused(client, OTHER_SERVICES);
    assertRefused(client, List.of("/stores/"));
  }

  private static void assertRefused(Client client, List<String> paths) {
    for (String path : paths) {
      assertThat(client.get(path).status()).as(path).isEqualTo(401);
    }
  }
}
