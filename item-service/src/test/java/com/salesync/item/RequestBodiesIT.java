package com.salesync.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.RequestBodySpec;

/**
 * What of a request's form is accepted, beyond what the published client sends, and what is not.
 */
@ServiceTest
class RequestBodiesIT {

  private static final String COSTS = "/categories/items/costs";

  private final RestTestClient client;
  private final Shop shop;
  private final long category;
  private final long item;

  RequestBodiesIT(RestTestClient client) {
    this.client = client;
    this.shop = Shop.open(client);
    this.category = shop.addCategory("피자");
    this.item = shop.addItem(category, "치즈", 18_000);
  }

  @Test
  void refusesContentThatIsNotJson() {
    for (MediaType type :
        new MediaType[] {
          MediaType.TEXT_PLAIN, MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_XML
        }) {
      Problems.assertProblem(
          authorized(POST, "/categories/").contentType(type).body("name=a").exchange(), 415);
    }
  }

  @Test
  void answersInNothingButJson() {
    assertThat(
            authorized(GET, "/categories")
                .accept(MediaType.APPLICATION_XML)
                .exchange()
                .returnResult()
                .getStatus()
                .value())
        .isEqualTo(406);
  }

  @Test
  void refusesAHugeBody() {
    String huge = "{\"name\":\"" + "a".repeat(1_100_000) + "\"}";

    Problems.assertProblem(shop.post("/categories/", huge), 413);
  }

  @Test
  void refusesAnotherStoresIdInABody() {
    Problems.assertProblem(shop.post("/categories", "{\"name\":\"a\",\"store_id\":1}"), 403);
    Problems.assertProblem(
        shop.post(
            "/categories/" + category + "/items",
            "{\"name\":\"a\",\"price\":1,\"store_id\":\"1\"}"),
        403);
    Problems.assertProblem(shop.post(COSTS, "{\"items\":[],\"store_id\":1}"), 403);
    Problems.assertProblem(shop.put(COSTS + "/" + item, "{\"cost\":1,\"store_id\":1}"), 403);
  }

  @Test
  void acceptsItsOwnStoresId() {
    shop.post(
            "/categories?store_id=" + shop.id,
            "{\"name\":\"a\",\"store_id\":\"%d\"}".formatted(shop.id))
        .expectStatus()
        .isCreated();
  }

  @Test
  void ignoresFieldsItDoesNotKnow() {
    shop.post("/categories", "{\"name\":\"b\",\"id\":7,\"colour\":{\"r\":1}}")
        .expectStatus()
        .isCreated();
  }

  @Test
  void readsAmountsAsThePublishedClientSendsThem() {
    for (String price : List.of("20", "20.0", "\"20\"", "2e1", "\"20.0\"")) {
      shop.put("/categories/items/" + item, "{\"name\":\"치즈\",\"price\":%s}".formatted(price))
          .expectStatus()
          .isOk();
      shop.get("/categories/items/" + item).expectBody().jsonPath("$.item.price").isEqualTo(20);
    }
  }

  @Test
  void keepsNamesInAnyScript() {
    String name = "치즈 🧀 <b>&'\\\"; drop table items --";

    shop.put("/categories/items/" + item, "{\"name\":\"%s\",\"price\":0}".formatted(name))
        .expectStatus()
        .isOk();

    shop.get("/categories/items/" + item)
        .expectBody()
        .jsonPath("$.item.name")
        .isEqualTo("치즈 🧀 <b>&'\"; drop table items --");
  }

  @Test
  void readsThousandsAsPeopleWriteThem() {
    shop.put("/categories/items/" + item, "{\"name\":\"치즈\",\"price\":\"14,500\"}")
        .expectStatus()
        .isOk();
    shop.get("/categories/items/" + item).expectBody().jsonPath("$.item.price").isEqualTo(14_500);
  }

  @Test
  void countsTheCharactersOfANameAsAPersonDoes() {
    String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";

    shop.post("/categories", "{\"name\":\"%s\"}".formatted(family.repeat(100)))
        .expectStatus()
        .isCreated();
    Problems.assertProblem(
        shop.post("/categories", "{\"name\":\"%s\"}".formatted(family.repeat(101))), 400);
  }

  @Test
  void answersUnknownPaths() {
    for (String path :
        List.of("/", "/category", "/categories/items/costs/1/2", "/categories/a/b/c")) {
      Problems.assertProblem(authorized(GET, path).exchange(), 404);
    }
  }

  private RequestBodySpec authorized(HttpMethod method, String path) {
    return client
        .method(method)
        .uri(URI.create(path))
        .header("Authorization", TestTokens.bearer(shop.id));
  }
}
