package com.salesync.item;

import com.jayway.jsonpath.JsonPath;
import com.salesync.common.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** A store that no other test knows, and its owner at the till. */
final class Shop {

  private final RestTestClient client;
  private final Supplier<String> token;
  final long id;

  private Shop(RestTestClient client, long id, Supplier<String> token) {
    this.client = client;
    this.id = id;
    this.token = token;
  }

  static Shop open(RestTestClient client) {
    long id = TestTokens.newStore();
    return withToken(client, id, () -> TestTokens.bearer(id));
  }

  static Shop withToken(RestTestClient client, long id, Supplier<String> token) {
    return new Shop(client, id, token);
  }

  ResponseSpec get(String uri) {
    return client.get().uri(uri).header("Authorization", token.get()).exchange();
  }

  ResponseSpec delete(String uri) {
    return client.delete().uri(uri).header("Authorization", token.get()).exchange();
  }

  ResponseSpec post(String uri, String json) {
    return send(HttpMethod.POST, uri, json);
  }

  ResponseSpec put(String uri, String json) {
    return send(HttpMethod.PUT, uri, json);
  }

  ResponseSpec send(HttpMethod method, String uri, String json) {
    return client
        .method(method)
        .uri(uri)
        .header("Authorization", token.get())
        .contentType(MediaType.APPLICATION_JSON)
        .body(json)
        .exchange();
  }

  long addCategory(String name) {
    return number(post("/categories/", "{\"name\":\"%s\"}".formatted(name)), 201, "$.id");
  }

  long addItem(long category, String name, long price) {
    String json = "{\"name\":\"%s\",\"price\":%d}".formatted(name, price);
    return number(post("/categories/" + category + "/items", json), 201, "$.id");
  }

  void setCost(long item, Object cost) {
    put("/categories/items/costs/" + item, "{\"cost\":%s}".formatted(cost)).expectStatus().isOk();
  }

  /** What asks for the rest of a list. */
  String nextCursor(String uri) {
    return JsonPath.read(text(get(uri), 200), "$.next_cursor");
  }

  /** What another service gets that acts for this store. */
  ResponseSpec askedByService(HttpMethod method, String uri, String json) {
    String caller =
        uri.startsWith("/internal/items/lookup") ? "order-service" : "dashboard-service";
    RestTestClient.RequestBodySpec request =
        client.method(method).uri(uri).header("Authorization", TestTokens.internal(caller, id));
    return (json.isEmpty() ? request : request.contentType(MediaType.APPLICATION_JSON).body(json))
        .exchange();
  }

  static String text(ResponseSpec answer, int status) {
    byte[] body =
        answer.expectStatus().isEqualTo(status).expectBody().returnResult().getResponseBody();
    return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
  }

  private static long number(ResponseSpec answer, int status, String path) {
    Number value = JsonPath.read(text(answer, status), path);
    return value.longValue();
  }
}
