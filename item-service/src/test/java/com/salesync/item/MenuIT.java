package com.salesync.item;

import com.salesync.common.test.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class MenuIT {

  private final Shop shop;
  private final long pizza;

  MenuIT(RestTestClient client) {
    this.shop = Shop.open(client);
    this.pizza = shop.addCategory("피자");
  }

  @Test
  void readsTheMenuWithEmptyCategoriesAndUnsetCosts() {
    long drinks = shop.addCategory("음료");
    long cheese = shop.addItem(pizza, "치즈", 18_000);
    long combi = shop.addItem(pizza, "콤비네이션", 20_000);
    shop.setCost(combi, 7_000);

    shop.get("/categories/items")
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"categories":[
              {"category_id":%d,"category_name":"피자","items":[
                {"item_id":%d,"name":"치즈","price":18000,"cost":null},
                {"item_id":%d,"name":"콤비네이션","price":20000,"cost":7000}]},
              {"category_id":%d,"category_name":"음료","items":[]}]}
            """
                .formatted(pizza, cheese, combi, drinks),
            JsonCompareMode.STRICT);
  }

  @Test
  void handsOutTheMenuInPagesOfWholeCategories() {
    shop.addItem(pizza, "치즈", 18_000);
    shop.addItem(pizza, "콤비네이션", 20_000);
    shop.addCategory("음료");

    shop.get("/categories/items?limit=1")
        .expectBody()
        .jsonPath("$.categories.length()")
        .isEqualTo(1)
        .jsonPath("$.categories[0].items.length()")
        .isEqualTo(2);
    shop.get("/categories/items?limit=1&cursor=" + shop.nextCursor("/categories/items?limit=1"))
        .expectBody()
        .jsonPath("$.categories[0].category_name")
        .isEqualTo("음료")
        .jsonPath("$.next_cursor")
        .doesNotExist();
  }
}
