package com.salesync.item;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class CategoryIT {

  private final RestTestClient client;
  private final Shop shop;

  CategoryIT(RestTestClient client) {
    this.client = client;
    this.shop = Shop.open(client);
  }

  @Test
  void listsCategoriesByAscendingId() {
    long second = shop.addCategory("나");
    long third = shop.addCategory("가");

    shop.get("/categories/")
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            """
            {"categories":[{"id":%d,"name":"나"},{"id":%d,"name":"가"}],"store_id":%d}
            """
                .formatted(second, third, shop.id),
            JsonCompareMode.STRICT);
  }

  @Test
  void listsNothingForANewStore() {
    shop.get("/categories")
        .expectBody()
        .json("{\"categories\":[],\"store_id\":%d}".formatted(shop.id), JsonCompareMode.STRICT);
  }

  @Test
  void addsACategoryWhoseIdIsTheLastInTheList() {
    shop.addCategory("피자");

    shop.post("/categories/", "{\"name\":\"  파스타 \"}")
        .expectStatus()
        .isCreated()
        .expectBody()
        .jsonPath("$.result")
        .isEqualTo("success")
        .jsonPath("$.message")
        .isEqualTo("카테고리 등록 성공")
        .jsonPath("$.id")
        .isNumber();

    shop.get("/categories/").expectBody().jsonPath("$.categories[1].name").isEqualTo("파스타");
  }

  @Test
  void refusesANameThatIsTaken() {
    shop.addCategory("피자");

    shop.post("/categories/", "{\"name\":\"피자\"}")
        .expectStatus()
        .isEqualTo(409)
        .expectHeader()
        .contentType("application/problem+json")
        .expectBody()
        .jsonPath("$.result")
        .isEqualTo("failed")
        .jsonPath("$.message")
        .isEqualTo("존재하는 카테고리")
        .jsonPath("$.code")
        .isEqualTo("CATEGORY_EXISTS");
  }

  @Test
  void takesDecomposedHangulForTheNameItLooksLike() {
    shop.addCategory("피자");

    shop.post("/categories/", "{\"name\":\"피자\"}").expectStatus().isEqualTo(409);
  }

  @Test
  void letsAnotherStoreUseTheName() {
    shop.addCategory("피자");

    Shop.open(client).addCategory("피자");
  }

  @Test
  void renamesACategory() {
    long id = shop.addCategory("피자");

    shop.put("/categories/" + id, "{\"name\":\"화덕 피자\"}")
        .expectStatus()
        .isCreated()
        .expectBody()
        .json(
            "{\"result\":\"success\",\"message\":\"카테고리 수정 성공\",\"id\":%d}".formatted(id),
            JsonCompareMode.STRICT);
    shop.get("/categories/").expectBody().jsonPath("$.categories[0].name").isEqualTo("화덕 피자");
  }

  @Test
  void letsACategoryKeepItsName() {
    long id = shop.addCategory("피자");

    shop.put("/categories/" + id, "{\"name\":\"피자\"}").expectStatus().isCreated();
  }

  @Test
  void refusesToRenameToANameThatIsTaken() {
    shop.addCategory("피자");
    long id = shop.addCategory("파스타");

    shop.put("/categories/" + id, "{\"name\":\"피자\"}")
        .expectStatus()
        .isEqualTo(409)
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("CATEGORY_EXISTS");
  }

  @Test
  void knowsNoCategoryToRenameOrRemove() {
    shop.put("/categories/1", "{\"name\":\"피자\"}")
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("CATEGORY_NOT_FOUND");
    shop.delete("/categories/1")
        .expectStatus()
        .isNotFound()
        .expectBody()
        .jsonPath("$.code")
        .isEqualTo("CATEGORY_NOT_FOUND");
  }

  @Test
  void removesACategoryWithItsItems() {
    long id = shop.addCategory("피자");
    long item = shop.addItem(id, "콤비네이션", 20_000);

    shop.delete("/categories/" + id)
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            "{\"result\":\"success\",\"message\":\"카테고리 삭제 성공\",\"category_id\":%d}".formatted(id),
            JsonCompareMode.STRICT);

    shop.get("/categories/items").expectBody().json("{\"categories\":[]}", JsonCompareMode.STRICT);
    shop.get("/categories/items/" + item).expectStatus().isNotFound();
    shop.delete("/categories/" + id).expectStatus().isNotFound();
    shop.post("/categories/" + id + "/items", "{\"name\":\"치즈\",\"price\":1}")
        .expectStatus()
        .isNotFound();
  }

  @Test
  void freesTheNameOfARemovedCategory() {
    shop.delete("/categories/" + shop.addCategory("피자")).expectStatus().isOk();

    shop.addCategory("피자");
  }

  @Test
  void handsOutTheListInPages() {
    long first = shop.addCategory("가");
    long second = shop.addCategory("나");
    long third = shop.addCategory("다");

    String next = shop.nextCursor("/categories/?limit=2");
    shop.get("/categories/?limit=2")
        .expectBody()
        .json(
            """
            {"categories":[{"id":%d,"name":"가"},{"id":%d,"name":"나"}],"store_id":%d,
             "next_cursor":"%s"}
            """
                .formatted(first, second, shop.id, next),
            JsonCompareMode.STRICT);
    shop.get("/categories/?limit=2&cursor=" + next)
        .expectBody()
        .json(
            "{\"categories\":[{\"id\":%d,\"name\":\"다\"}],\"store_id\":%d}"
                .formatted(third, shop.id),
            JsonCompareMode.STRICT);
  }

  @Test
  void speaksEnglishWhenAsked() {
    client
        .post()
        .uri("/categories")
        .header("Authorization", TestTokens.bearer(shop.id))
        .header("Accept-Language", "en")
        .contentType(MediaType.APPLICATION_JSON)
        .body("{\"name\":\"Pizza\"}")
        .exchange()
        .expectBody()
        .jsonPath("$.message")
        .isEqualTo("Category added");
  }
}
