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

/** No parameter, path, method or content type is answered 500. */
@ServiceTest
class BadRequestIT {

  private final RestTestClient client;
  private final Till till;

  BadRequestIT(RestTestClient client) {
    this.client = client;
    this.till = new Till(client);
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
  void knowsNoOtherPath() {
    till.get("/sales/1/2").requireProblem(404, "NOT_FOUND");
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

  private static String text(EntityExchangeResult<byte[]> answer) {
    byte[] body = answer.getResponseBody();
    return body == null ? "" : new String(body, StandardCharsets.UTF_8);
  }
}
