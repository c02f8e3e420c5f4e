package com.salesync.item;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.StatementCounter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A large menu costs as many statements as a small one. */
@ServiceTest
@TestPropertySource(properties = "db-scheduler.enabled=false")
@Import(StatementCounter.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsIT {

  private final StatementCounter statements;
  private final Shop small;
  private final Shop large;

  StatementsIT(RestTestClient client, StatementCounter statements) {
    this.statements = statements;
    this.small = Shop.open(client);
    this.large = Shop.open(client);
    fill(small, 3);
    fill(large, 100);
  }

  @Test
  void readsTheMenuInOneStatement() {
    assertThat(statements.during(() -> small.get("/categories/items"))).isOne();
    assertThat(statements.during(() -> large.get("/categories/items"))).isOne();
  }

  @Test
  void readsTheCostsInOneStatement() {
    assertThat(statements.during(() -> small.get("/categories/items/costs"))).isOne();
    assertThat(statements.during(() -> large.get("/categories/items/costs"))).isOne();
  }

  @Test
  void readsTheCostHistoryInOneStatement() {
    assertThat(statements.during(() -> history(small))).isOne();
    assertThat(statements.during(() -> history(large))).isOne();
  }

  @Test
  void pricesAnOrderInOneStatement() {
    assertThat(statements.during(() -> lookup(small))).isOne();
    assertThat(statements.during(() -> lookup(large))).isOne();
  }

  @Test
  void setsManyCostsInAsManyStatementsAsFew() {
    int forFew = statements.during(() -> setAll(small, 3));

    assertThat(statements.during(() -> setAll(large, 100))).isEqualTo(forFew);
  }

  private static void fill(Shop shop, int items) {
    for (int i = 0; i < items; i++) {
      shop.setCost(shop.addItem(shop.addCategory("분류 " + i), "품목", 1_000), 100);
    }
  }

  private static void history(Shop shop) {
    shop.askedByService(HttpMethod.GET, "/internal/items/costs?start=2026-01-01&end=2026-12-31", "")
        .expectStatus()
        .isOk();
  }

  private static void lookup(Shop shop) {
    String ids = LongStream.range(1, 500).mapToObj(Long::toString).collect(Collectors.joining(","));
    shop.askedByService(HttpMethod.POST, "/internal/items/lookup", "{\"item_ids\":[" + ids + "]}")
        .expectStatus()
        .isOk();
  }

  private static void setAll(Shop shop, int expected) {
    List<Integer> ids =
        JsonPath.read(Shop.text(shop.get("/categories/items/costs"), 200), "$.items[*].item_id");
    assertThat(ids).hasSize(expected);
    String items =
        ids.stream()
            .map("{\"item_id\":%d,\"cost\":200}"::formatted)
            .collect(Collectors.joining(","));
    shop.post("/categories/items/costs", "{\"items\":[" + items + "]}").expectStatus().isOk();
  }
}
