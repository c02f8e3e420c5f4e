package com.salesync.sale;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A store's till, logged in. */
final class Till {

  private static final JsonMapper JSON = new JsonMapper();

  /** What came back. */
  record Answer(int status, HttpHeaders headers, JsonNode json) {

    String text(String field) {
      return json.path(field).asString("");
    }

    long number(String field) {
      return json.path(field).asLong();
    }

    void requireProblem(int expectedStatus, String code) {
      assertThat(status).as(json.toString()).isEqualTo(expectedStatus);
      assertThat(MediaType.APPLICATION_PROBLEM_JSON.includes(headers.getContentType())).isTrue();
      assertThat(text("code")).isEqualTo(code);
      assertThat(text("result")).isEqualTo("failed");
      assertThat(text("message")).isNotBlank();
    }
  }

  private final RestTestClient client;
  private final long store;
  private final String authorization;

  Till(RestTestClient client) {
    this(client, TestTokens.newStore());
  }

  Till(RestTestClient client, long store) {
    this(client, store, TestTokens.bearer(store));
  }

  Till(RestTestClient client, long store, String authorization) {
    this.client = client;
    this.store = store;
    this.authorization = authorization;
  }

  long store() {
    return store;
  }

  Answer pay(int table, long total) {
    return pay(table, total, null);
  }

  Answer pay(int table, long total, @Nullable String key) {
    return post(
        "/sales",
        """
        {"table_no": %d, "total_price": %d, "payment_type": "card"}\
        """
            .formatted(table, total),
        key);
  }

  /** Has an order placed at the table and pays it. */
  long payNewOrder(int table, long total) {
    OrderServiceFake.get().open(store, table, total);
    Answer answer = pay(table, total);
    assertThat(answer.status()).isEqualTo(201);
    return answer.number("id");
  }

  Answer post(String uri, String body, @Nullable String key) {
    RestTestClient.RequestBodySpec request =
        client
            .post()
            .uri(uri)
            .header(HttpHeaders.AUTHORIZATION, authorization)
            .contentType(MediaType.APPLICATION_JSON);
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return answer(request.body(body));
  }

  Answer get(String uri) {
    return send(HttpMethod.GET, uri);
  }

  Answer voidSale(long saleId) {
    return send(HttpMethod.DELETE, "/sales/" + saleId);
  }

  Answer send(HttpMethod method, String uri) {
    return answer(client.method(method).uri(uri).header(HttpHeaders.AUTHORIZATION, authorization));
  }

  List<JsonNode> sales() {
    return StreamSupport.stream(get("/sales").json().path("sales").spliterator(), false).toList();
  }

  long revenueToday() {
    return get("/sales/daily?date=" + today()).number("sales_volume");
  }

  static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Seoul"));
  }

  private static Answer answer(RestTestClient.RequestHeadersSpec<?> request) {
    EntityExchangeResult<byte[]> result = request.exchange().expectBody().returnResult();
    byte[] body = result.getResponseBody();
    String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
    return new Answer(
        result.getStatus().value(),
        result.getResponseHeaders(),
        text.isEmpty() ? JSON.createObjectNode() : JSON.readTree(text));
  }
}
