package com.salesync.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.e2e.client.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TwoShopsIT {

  private final Shop owner = Shop.open();
  private final Shop stranger = Shop.open();

  @Test
  void aStrangerSeesAndChangesNothing() {
    long pizza = owner.item("피자", 20_000);
    owner.order(1, pizza, 1);
    long sale = owner.pay(1, 20_000).id("id");
    owner.order(2, pizza, 2);

    assertThat(stranger.till.get("/categories/").body().path("categories")).isEmpty();
    assertThat(stranger.till.get("/categories/items/" + pizza).status()).isEqualTo(404);
    assertThat(stranger.till.delete("/categories/items/" + pizza).status()).isEqualTo(404);
    Answer order = stranger.order(2, pizza, 1);
    assertThat(order.status()).isEqualTo(400);
    assertThat(order.body().path("code").asString()).isEqualTo("ITEM_NOT_FOUND");
    assertThat(stranger.till.get("/orders/unpaids").body().path("orders")).isEmpty();
    assertThat(stranger.till.delete("/orders/2").body().path("orders")).isEmpty();
    assertThat(stranger.pay(2, 40_000).body().path("result").asString()).isEqualTo("failed");
    assertThat(stranger.till.get("/sales/").body().path("sales")).isEmpty();
    assertThat(stranger.till.delete("/sales/" + sale).body().path("result").asString())
        .isEqualTo("failed");
    assertThat(stranger.till.put("/stores/" + owner.storeId, Map.of("store_name", "x")).status())
        .isEqualTo(404);
    assertThat(stranger.till.delete("/stores/" + owner.storeId).status()).isEqualTo(404);
    assertThat(stranger.till.get("/sales/?store_id=" + owner.storeId).status()).isEqualTo(403);

    assertThat(owner.revenueToday()).isEqualTo(20_000);
    assertThat(owner.till.get("/orders/unpaids/2").id("total_price")).isEqualTo(40_000);
    assertThat(stranger.revenueToday()).isZero();
  }

  @Test
  void internalOperationsAreNotOnTheGateway() {
    for (String path :
        List.of(
            "/internal/sessions/revoked",
            "/internal/items/costs",
            "/internal/volumes",
            "/actuator/health",
            "/actuator/prometheus")) {
      assertThat(owner.till.get(path).status()).as(path).isEqualTo(404);
    }
    assertThat(
            owner
                .till
                .put("/orders/paid", Map.of("table_no", 1, "sale_id", 1, "total_price", 1))
                .status())
        .isIn(403, 404, 405);
    assertThat(owner.till.get("/stores/all").status()).isEqualTo(403);
  }
}
