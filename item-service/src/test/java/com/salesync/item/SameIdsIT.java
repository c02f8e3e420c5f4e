package com.salesync.item;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.ServiceTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Two stores may have rows of the same ids: nodes hand them out by themselves. */
@ServiceTest
class SameIdsIT {

  private static final String DAYS = "?start=2026-01-01&end=2026-01-31";

  private final Shop shop;
  private final Shop other;
  private final long pizza;
  private final long cheese;

  SameIdsIT(RestTestClient client) throws SQLException {
    shop = Shop.open(client);
    other = Shop.open(client);
    pizza = shop.addCategory("피자");
    cheese = shop.addItem(pizza, "치즈", 18_000);
    shop.setCost(cheese, 5_000);
    for (String rows :
        new String[] {
          "item.categories (store_id, id, name) select %d, id, '분식' from item.categories",
          "item.items (store_id, id, category_id, name, price)"
              + " select %d, id, category_id, '떡볶이', 7000 from item.items",
          "item.item_costs (store_id, item_id, effective_day, cost)"
              + " select %d, item_id, '2026-01-01', 2000 from item.item_costs"
        }) {
      insert(rows.formatted(other.id) + " where store_id = " + shop.id);
    }
  }

  @Test
  void eachReadsItsOwn() {
    assertThat(menu(shop)).contains("치즈", "5000").doesNotContain("떡볶이", "분식", "2000");
    assertThat(menu(other)).contains("떡볶이", "분식", "2000").doesNotContain("치즈", "5000");
    assertThat(costs(shop)).contains("5000").doesNotContain("2000");
    assertThat(costs(other)).contains("2000").doesNotContain("5000", "피자");
    assertThat(history(other)).contains("2000").doesNotContain("5000");
  }

  @Test
  void eachChangesItsOwn() {
    String before = menu(other) + costs(other) + history(other);

    shop.put("/categories/" + pizza, "{\"name\":\"화덕 피자\"}").expectStatus().isCreated();
    shop.put("/categories/items/" + cheese, "{\"name\":\"치즈\",\"price\":1}");
    shop.setCost(cheese, 6_000);
    shop.setCost(cheese, null);
    shop.delete("/categories/items/" + cheese).expectStatus().isOk();
    shop.delete("/categories/" + pizza).expectStatus().isOk();

    assertThat(menu(other) + costs(other) + history(other)).isEqualTo(before);
    assertThat(menu(shop)).doesNotContain("치즈");
  }

  private static String menu(Shop of) {
    return Shop.text(of.get("/categories/items"), 200);
  }

  private static String costs(Shop of) {
    return Shop.text(of.get("/categories/items/costs"), 200);
  }

  private static String history(Shop of) {
    return Shop.text(of.askedByService(HttpMethod.GET, "/internal/items/costs" + DAYS, ""), 200);
  }

  private static void insert(String rows) throws SQLException {
    try (Connection connection = PostgresServer.get().adminConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("insert into " + rows);
    }
  }
}
