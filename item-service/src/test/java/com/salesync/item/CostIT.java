package com.salesync.item;

import com.salesync.common.test.ServiceTest;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class CostIT {

  private static final String COSTS = "/categories/items/costs";

  private final RestTestClient client;
  private final Shop shop;
  private final long pizza;
  private final long cheese;
  private final long combi;

  CostIT(RestTestClient client) {
    this.client = client;
    this.shop = Shop.open(client);
    this.pizza = shop.addCategory("피자");
    this.cheese = shop.addItem(pizza, "치즈", 18_000);
    this.combi = shop.addItem(pizza, "콤비네이션", 20_000);
  }

  @Test
  void listsTheCostsInForce() {
    shop.setCost(combi, 7_000);

    shop.get(COSTS + "/")
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"result":"success","message":"원가 조회 성공","items":[
              {"item_id":%d,"name":"치즈","category_id":%d,"category_name":"피자",
               "price":18000,"cost":null},
              {"item_id":%d,"name":"콤비네이션","category_id":%2$d,"category_name":"피자",
               "price":20000,"cost":7000}]}
            """
                .formatted(cheese, pizza, combi),
            JsonCompareMode.STRICT);
  }

  @Test
  void handsOutTheListInPages() {
    shop.get(COSTS + "?limit=1")
        .expectBody()
        .jsonPath("$.items.length()")
        .isEqualTo(1)
        .jsonPath("$.items[0].item_id")
        .isEqualTo(cheese);
    shop.get(COSTS + "?cursor=" + shop.nextCursor(COSTS + "?limit=1"))
        .expectBody()
        .jsonPath("$.items[0].item_id")
        .isEqualTo(combi)
        .jsonPath("$.next_cursor")
        .doesNotExist();
  }

  @Test
  void setsManyCosts() {
    shop.post(
            COSTS,
            "{\"items\":[{\"item_id\":%d,\"cost\":0},{\"item_id\":%d,\"cost\":\"6500\"}]}"
                .formatted(combi, cheese))
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"result":"success","message":"원가 등록 성공","items":[
              {"item_id":%d,"name":"치즈","category_id":%d,"price":18000,"cost":6500},
              {"item_id":%d,"name":"콤비네이션","category_id":%2$d,"price":20000,"cost":0}]}
            """
                .formatted(cheese, pizza, combi),
            JsonCompareMode.STRICT);
  }

  @Test
  void leavesACostUnsetThatIsPostedAsNullAndClearsOneThatWasSet() {
    shop.setCost(combi, 7_000);

    shop.post(
            COSTS,
            "{\"items\":[{\"item_id\":%d,\"cost\":null},{\"item_id\":%d,\"cost\":null}]}"
                .formatted(cheese, combi))
        .expectStatus()
        .isOk();

    assertCosts("null", "null");
  }

  @Test
  void setsAllCostsOrNone() {
    Shop neighbour = Shop.open(client);
    long foreign = neighbour.addItem(neighbour.addCategory("피자"), "치즈", 1);

    shop.post(
            COSTS,
            "{\"items\":[{\"item_id\":%d,\"cost\":1},{\"item_id\":%d,\"cost\":2}]}"
                .formatted(cheese, foreign))
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("ITEM_NOT_FOUND")
        .jsonPath("$.item_id")
        .isEqualTo(foreign)
        .jsonPath("$.message")
        .isEqualTo("존재하지 않는 품목 : " + foreign);

    assertCosts("null", "null");
  }

  @Test
  void refusesAnItemNamedTwice() {
    shop.post(
            COSTS,
            "{\"items\":[{\"item_id\":%d,\"cost\":1},{\"item_id\":%1$d,\"cost\":2}]}"
                .formatted(cheese))
        .expectStatus()
        .isBadRequest()
        .expectBody()
        .jsonPath("$.errors[0].field")
        .isEqualTo("items[1].item_id");

    assertCosts("null", "null");
  }

  @Test
  void takesAtMostAThousandCostsAtOnce() {
    String items =
        LongStream.rangeClosed(1, 1001)
            .mapToObj("{\"item_id\":%d,\"cost\":1}"::formatted)
            .collect(Collectors.joining(","));

    shop.post(COSTS, "{\"items\":[" + items + "]}").expectStatus().isBadRequest();
  }

  @Test
  void acceptsAnEmptyListOfCosts() {
    shop.post(COSTS, "{\"items\":[]}")
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.items.length()")
        .isEqualTo(0);
  }

  @Test
  void setsOneCost() {
    shop.put(COSTS + "/" + cheese, "{\"cost\":\"6500\"}")
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"result":"success","message":"원가 수정 성공",
             "item":{"item_id":%d,"name":"치즈","category_id":%d,"price":18000,"cost":6500}}
            """
                .formatted(cheese, pizza),
            JsonCompareMode.STRICT);
  }

  @Test
  void clearsOneCostOnlyWhenTold() {
    shop.setCost(cheese, 6_500);

    shop.put(COSTS + "/" + cheese, "{}").expectStatus().isBadRequest();
    assertCosts("6500", "null");

    shop.setCost(cheese, null);
    assertCosts("null", "null");
  }

  @Test
  void knowsNoCostOfAnItemThatIsGone() {
    shop.delete("/categories/items/" + cheese).expectStatus().isOk();

    shop.put(COSTS + "/" + cheese, "{\"cost\":1}")
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("ITEM_NOT_FOUND");
    shop.get(COSTS).expectBody().jsonPath("$.items.length()").isEqualTo(1);
  }

  private void assertCosts(String ofCheese, String ofCombi) {
    shop.get(COSTS)
        .expectBody()
        .json(
            "{\"items\":[{\"item_id\":%d,\"cost\":%s},{\"item_id\":%d,\"cost\":%s}]}"
                .formatted(cheese, ofCheese, combi, ofCombi));
  }
}
