package com.salesync.sale;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import com.salesync.sale.Till.Answer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Nothing a client can send is a 500, and nothing bad reaches order-service. */
@ServiceTest
class BadInputIT {

  private final RestTestClient client;
  private final Till till;
  private final OrderServiceFake orders = OrderServiceFake.get();

  BadInputIT(RestTestClient client) {
    this.client = client;
    this.till = new Till(client);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "table_no     | `\"total_price\":1500,\"payment_type\":\"card\"`",
        "table_no     | `\"table_no\":null,\"total_price\":1500,\"payment_type\":\"card\"`",
        "table_no     | `\"table_no\":-1,\"total_price\":1500,\"payment_type\":\"card\"`",
        "table_no     | `\"table_no\":10000,\"total_price\":1500,\"payment_type\":\"card\"`",
        "table_no     | `\"table_no\":4.5,\"total_price\":1500,\"payment_type\":\"card\"`",
        "table_no     | `\"table_no\":\"four\",\"total_price\":1500,\"payment_type\":\"card\"`",
        "table_no     | `\"table_no\":\"\",\"total_price\":1500,\"payment_type\":\"card\"`",
        "table_no     | `\"table_no\":99999999999,\"total_price\":1500,\"payment_type\":\"card\"`",
        "table_no     | `\"table_no\":[4],\"total_price\":1500,\"payment_type\":\"card\"`",
        "table_no     | `\"table_no\":true,\"total_price\":1500,\"payment_type\":\"card\"`",
        "total_price  | `\"table_no\":4,\"payment_type\":\"card\"`",
        "total_price  | `\"table_no\":4,\"total_price\":null,\"payment_type\":\"card\"`",
        "total_price  | `\"table_no\":4,\"total_price\":20.6,\"payment_type\":\"card\"`",
        "total_price  | `\"table_no\":4,\"total_price\":\"20.6\",\"payment_type\":\"card\"`",
        "total_price  | `\"table_no\":4,\"total_price\":-1,\"payment_type\":\"card\"`",
        "total_price  |"
            + " `\"table_no\":4,\"total_price\":1000000000000001,\"payment_type\":\"card\"`",
        "total_price  |"
            + " `\"table_no\":4,\"total_price\":99999999999999999999,\"payment_type\":\"card\"`",
        "total_price  | `\"table_no\":4,\"total_price\":1e400,\"payment_type\":\"card\"`",
        "total_price  | `\"table_no\":4,\"total_price\":\"\",\"payment_type\":\"card\"`",
        "total_price  | `\"table_no\":4,\"total_price\":\" \",\"payment_type\":\"card\"`",
        "total_price  | `\"table_no\":4,\"total_price\":\"1,500\",\"payment_type\":\"card\"`",
        "total_price  | `\"table_no\":4,\"total_price\":{},\"payment_type\":\"card\"`",
        "payment_type | `\"table_no\":4,\"total_price\":1500`",
        "payment_type | `\"table_no\":4,\"total_price\":1500,\"payment_type\":null`",
        "payment_type | `\"table_no\":4,\"total_price\":1500,\"payment_type\":\"\"`",
        "payment_type | `\"table_no\":4,\"total_price\":1500,\"payment_type\":\"  \"`",
        "payment_type | `\"table_no\":4,\"total_price\":1500,\"payment_type\":7`",
        "payment_type | `\"table_no\":4,\"total_price\":1500,\"payment_type\":[\"card\"]`",
        "payment_type | `\"table_no\":4,\"total_price\":1500,\"payment_type\":\"a\\u0000b\"`",
        "payment_type | `\"table_no\":4,\"total_price\":1500,\"payment_type\":"
            + "\"123456789012345678901234567890123456789012345678901\"`",
        "store_id     |"
            + " `\"table_no\":4,\"total_price\":1500,\"payment_type\":\"card\",\"store_id\":\"x\"`",
      })
  void namesTheFieldAtFault(String field, String members) {
    Answer answer = till.post("/sales/", "{" + members + "}", null);

    assertProblem(answer, 400, "VALIDATION_FAILED");
    assertThat(answer.json().get("errors").get(0).get("field").asString()).isEqualTo(field);
    assertThat(answer.json().get("errors").get(0).get("message").asString()).isNotBlank();
    assertThat(orders.calls(till.store())).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "null",
        "[]",
        "\"card\"",
        "{\"table_no\":4,\"table_no\":5}",
        "{} {}",
        "\u0000"
      })
  void refusesWhatIsNotABody(String body) {
    Answer answer = till.post("/sales", body, null);
    assertThat(answer.status()).as(body).isEqualTo(400);
    assertThat(answer.text("result")).isEqualTo("failed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"table_no\":\"4\",\"total_price\":\"1500\",\"payment_type\":\"card\"}",
        "{\"table_no\":4.0,\"total_price\":1500.0,\"payment_type\":\"카드\",\"unknown\":{\"a\":[1]}}",
        "{\"table_no\":4,\"total_price\":15e2,"
            + "\"payment_type\":\"12345678901234567890123456789012345678901234567890\"}",
        "{\"table_no\":4,\"total_price\":1500,"
            + "\"payment_type\":\"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀\"}",
        "{\"table_no\":4,\"total_price\":1500,\"payment_type\":\"'; drop table sales; --\"}"
      })
  void acceptsWhatThePublishedClientSends(String body) {
    orders.open(till.store(), 4, 1_500);
    assertThat(till.post("/sales", body, null).status()).isEqualTo(201);
  }

  @Test
  void survivesHalfACharacter() {
    orders.open(till.store(), 4, 1_500);
    int status =
        till.post(
                "/sales",
                "{\"table_no\":4,\"total_price\":1500,\"payment_type\":\"\\ud800\"}",
                null)
            .status();
    assertThat(status).isIn(201, 400);
    assertThat(till.get("/sales").status()).isEqualTo(200);
  }

  @Test
  void refusesAnotherStoresBodyAndQuery() {
    String body = "{\"table_no\":4,\"total_price\":1500,\"payment_type\":\"card\",\"store_id\":%d}";
    Answer foreign = till.post("/sales", body.formatted(till.store() + 1), null);
    assertProblem(foreign, 403, "STORE_MISMATCH");
    assertThat(till.post("/sales", body.formatted(till.store()), null).status()).isEqualTo(200);
    assertThat(till.get("/sales?store_id=" + till.store()).status()).isEqualTo(200);
    assertThat(till.get("/sales?store_id=x").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sales/daily",
        "/sales/daily?date=",
        "/sales/daily?date=today",
        "/sales/daily?date=2026-02-30",
        "/sales/daily?date=2026-1-1",
        "/sales/daily?date=20260101",
        "/sales/daily?date=2026-01-01T00:00:00",
        "/sales/daily?date=%2B12026-01-01",
        "/sales/daily?date=-0001-01-01",
        "/sales/daily?date=2026-01-01%00",
        "/sales/period",
        "/sales/period?start=2026-01-01",
        "/sales/period?end=2026-01-01",
        "/sales/period?start=2026-01-02&end=2026-01-01",
        "/sales/period?start=2025-01-01&end=2026-01-02",
        "/sales/period?start=x&end=y",
        "/sales?limit=0",
        "/sales?limit=1001",
        "/sales?limit=-1",
        "/sales?limit=x",
        "/sales?limit=99999999999",
        "/sales?cursor=x",
        "/sales?cursor=-1",
        "/sales?cursor=99999999999999999999",
        "/sales?include=everything"
      })
  void refusesBadParameters(String uri) {
    Answer answer = till.send(HttpMethod.GET, uri.replace("%2B", "+"));
    assertThat(answer.status()).as(answer.json().toString()).isEqualTo(400);
    assertThat(answer.text("result")).isEqualTo("failed");
    assertThat(answer.text("message")).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sales/daily?date=0001-01-01", "/sales/daily/?date=9999-12-31"})
  void answersForDaysFarAway(String uri) {
    assertThat(till.get(uri).number("sales_volume")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sales/abc", "/sales/1.5", "/sales/99999999999999999999", "/sales/%20"})
  void refusesAnIdThatIsNone(String uri) {
    assertThat(send(HttpMethod.DELETE, uri, null, "").getStatus().value()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /sales",
    "DELETE, /sales",
    "PATCH, /sales/",
    "GET, /sales/1",
    "POST, /sales/1",
    "POST, /sales/daily",
    "POST, /sales/period/",
    "DELETE, /internal/sales/daily-totals"
  })
  void refusesOtherMethods(String method, String uri) {
    EntityExchangeResult<byte[]> answer =
        send(HttpMethod.valueOf(method), uri, MediaType.APPLICATION_JSON, "{}");
    int expected = uri.startsWith("/internal") ? 403 : 405;
    assertThat(answer.getStatus().value()).isEqualTo(expected);
    assertThat(text(answer)).contains("\"result\":\"failed\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml"})
  void refusesOtherContent(String type) {
    EntityExchangeResult<byte[]> answer =
        send(HttpMethod.POST, "/sales", MediaType.parseMediaType(type), "table_no=4");
    assertThat(answer.getStatus().value()).isEqualTo(415);
    assertThat(text(answer)).contains("\"result\":\"failed\"");
  }

  @Test
  void refusesAHugeBody() {
    Answer answer = till.post("/sales", "{\"x\":\"" + "x".repeat(2_000_000) + "\"}", null);
    assertProblem(answer, 413, "CONTENT_TOO_LARGE");
  }

  @Test
  void knowsNoOtherPath() {
    assertProblem(till.get("/sales/1/2"), 404, "NOT_FOUND");
  }

  private EntityExchangeResult<byte[]> send(
      HttpMethod method,
      String uri,
      @org.jspecify.annotations.Nullable MediaType type,
      String body) {
    RestTestClient.RequestBodySpec request =
        client
            .method(method)
            .uri(java.net.URI.create(uri))
            .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer(till.store()));
    if (type != null) {
      request.contentType(type).body(body);
    }
    return request.exchange().expectBody().returnResult();
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.json().toString()).isEqualTo(status);
    assertThat(MediaType.APPLICATION_PROBLEM_JSON.includes(answer.headers().getContentType()))
        .isTrue();
    assertThat(answer.text("code")).isEqualTo(code);
    assertThat(answer.text("result")).isEqualTo("failed");
    assertThat(answer.text("message")).isNotBlank();
  }

  private static String text(EntityExchangeResult<byte[]> answer) {
    byte[] body = answer.getResponseBody();
    return body == null ? "" : new String(body, StandardCharsets.UTF_8);
  }
}
