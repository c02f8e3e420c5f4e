package com.salesync.item;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.ServiceTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class ItemIT {

  private final RestTestClient client;
  private final Shop shop;
  private final long pizza;

  ItemIT(RestTestClient client) {
    this.client = client;
    this.shop = Shop.open(client);
    this.pizza = shop.addCategory("피자");
  }

  @Test
  void addsAnItemWithADescription() {
    shop.post(
            "/categories/" + pizza + "/items/",
            "{\"name\":\" 치즈 \",\"price\":\"1500\",\"description\":\"모차렐라\"}")
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.result")
        .isEqualTo("success")
        .jsonPath("$.message")
        .isEqualTo("품목 등록 성공")
        .jsonPath("$.id")
        .isNumber();

    shop.get("/categories/items")
        .expectBody()
        .jsonPath("$.categories[0].items[0].name")
        .isEqualTo("치즈")
        .jsonPath("$.categories[0].items[0].price")
        .isEqualTo(1500);
  }

  @Test
  void refusesANameThatIsTakenInTheCategory() {
    shop.addItem(pizza, "치즈", 18_000);

    shop.post("/categories/" + pizza + "/items", "{\"name\":\"치즈\",\"price\":1}")
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.message")
        .isEqualTo("존재하는 품목")
        .jsonPath("$.code")
        .isEqualTo("ITEM_EXISTS");
  }

  @Test
  void letsAnotherCategoryUseTheName() {
    shop.addItem(pizza, "치즈", 18_000);

    shop.addItem(shop.addCategory("파스타"), "치즈", 12_000);
  }

  @Test
  void addsNothingToAnUnknownOrForeignCategory() {
    long foreign = Shop.open(client).addCategory("피자");

    for (long id : new long[] {0, -1, foreign, Long.MAX_VALUE}) {
      shop.post("/categories/" + id + "/items", "{\"name\":\"치즈\",\"price\":1}")
          .expectStatus()
          .isNotFound()
          .expectBody()
          .jsonPath("$.code")
          .isEqualTo("CATEGORY_NOT_FOUND");
    }
  }

  @Test
  void readsOneItem() {
    long id = shop.addItem(pizza, "치즈", 18_000);

    shop.get("/categories/items/" + id + "/")
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"result":"success","message":"품목 조회 성공",
             "item":{"item_id":%d,"name":"치즈","price":18000}}
            """
                .formatted(id),
            JsonCompareMode.STRICT);
  }

  @Test
  void namesAnItemItDoesNotKnow() {
    shop.get("/categories/items/1")
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("ITEM_NOT_FOUND")
        .jsonPath("$.item_id")
        .isEqualTo(1)
        .jsonPath("$.message")
        .isEqualTo("존재하지 않는 품목 : 1");
    shop.put("/categories/items/1", "{\"name\":\"치즈\",\"price\":1}").expectStatus().isNotFound();
    shop.delete("/categories/items/1").expectStatus().isNotFound();
  }

  @Test
  void changesAnItem() {
    long id = shop.addItem(pizza, "치즈", 18_000);

    shop.put("/categories/items/" + id, "{\"name\":\"더블 치즈\",\"price\":21000.0}")
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            "{\"result\":\"success\",\"message\":\"품목 수정 성공\",\"item_id\":%d}".formatted(id),
            JsonCompareMode.STRICT);

    shop.get("/categories/items/" + id)
        .expectBody()
        .jsonPath("$.item.name")
        .isEqualTo("더블 치즈")
        .jsonPath("$.item.price")
        .isEqualTo(21000);
  }

  @Test
  void refusesToRenameToANameThatIsTaken() {
    shop.addItem(pizza, "치즈", 18_000);
    long id = shop.addItem(pizza, "콤비네이션", 20_000);

    shop.put("/categories/items/" + id, "{\"name\":\"치즈\",\"price\":1}")
        .expectStatus()
        .isEqualTo(409);
    shop.put("/categories/items/" + id, "{\"name\":\"콤비네이션\",\"price\":1}").expectStatus().isOk();
  }

  @Test
  void takesARemovedItemOffTheMenuAndFreesItsName() {
    long id = shop.addItem(pizza, "치즈", 18_000);

    shop.delete("/categories/items/" + id)
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            "{\"result\":\"success\",\"message\":\"품목 삭제 성공\",\"item_id\":%d}".formatted(id),
            JsonCompareMode.STRICT);

    shop.get("/categories/items")
        .expectBody()
        .jsonPath("$.categories[0].items.length()")
        .isEqualTo(0);
    shop.delete("/categories/items/" + id).expectStatus().isNotFound();
    assertThat(shop.addItem(pizza, "치즈", 18_000)).isNotEqualTo(id);
  }

  @Test
  void recordsEveryPriceForGood() throws SQLException {
    long id = shop.addItem(pizza, "치즈", 18_000);
    shop.put("/categories/items/" + id, "{\"name\":\"치즈 피자\",\"price\":18000}");
    shop.put("/categories/items/" + id, "{\"name\":\"치즈 피자\",\"price\":19000}");

    assertThat(audited("item:" + id))
        .containsExactly(
            "item.priced {\"price\": 18000}",
            "item.repriced {\"price\": 19000, \"before\": 18000}");
  }

  @Test
  void pricesTheLivingItemsOfTheStoreForAnOrder() {
    long cheese = shop.addItem(pizza, "치즈", 18_000);
    long removed = shop.addItem(pizza, "하와이안", 20_000);
    shop.delete("/categories/items/" + removed).expectStatus().isOk();
    Shop neighbour = Shop.open(client);
    long foreign = neighbour.addItem(neighbour.addCategory("피자"), "치즈", 1);

    shop.askedByService(
            HttpMethod.POST,
            "/internal/items/lookup",
            "{\"item_ids\":[%d,%d,%d,%d,0,-1]}".formatted(cheese, removed, foreign, cheese))
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            "{\"items\":[{\"item_id\":%d,\"name\":\"치즈\",\"price\":18000}]}".formatted(cheese),
            JsonCompareMode.STRICT);
  }

  private List<String> audited(String subject) throws SQLException {
    try (Connection database = PostgresServer.get().adminConnection();
        PreparedStatement select =
            database.prepareStatement(
                """
                select action, details from item.audit_log
                where store_id = ? and subject = ? order by id
                """)) {
      select.setLong(1, shop.id);
      select.setString(2, subject);
      List<String> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(row.getString("action") + " " + row.getString("details"));
        }
      }
      return found;
    }
  }
}
