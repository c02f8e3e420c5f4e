package com.salesync.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Whatever a client sends, it is told what is wrong; never 500, never half an effect. */
@OrderServiceTest
class BadInputIT {

  private final Shop shop;

  BadInputIT(RestTestClient client) {
    shop = new Shop(client);
    for (int i = 0; i < 3; i++) {
      shop.offer("품목" + i, 1_000);
    }
  }

  /** Body and the field at fault. */
  static Stream<String[]> bodies() {
    String manyLines = "{\"item_id\":1,\"quantity\":1},".repeat(201).replaceFirst(",$", "");
    return Stream.of(
        new String[] {"{}", "table_no"},
        new String[] {"{\"table_no\":1}", "carts"},
        new String[] {"{\"table_no\":1,\"carts\":null}", "carts"},
        new String[] {"{\"table_no\":1,\"carts\":[null]}", "carts[0]"},
        new String[] {"{\"table_no\":1,\"carts\":{}}", "carts"},
        new String[] {"{\"table_no\":1,\"carts\":\"\"}", "carts"},
        new String[] {"{\"table_no\":1,\"carts\":[1]}", "carts[0]"},
        new String[] {"{\"table_no\":1,\"carts\":[{}]}", "carts[0].item_id"},
        new String[] {"{\"table_no\":1,\"carts\":[" + manyLines + "]}", "carts"},
        new String[] {"{\"table_no\":null,\"carts\":[]}", "table_no"},
        new String[] {"{\"table_no\":-1,\"carts\":[]}", "table_no"},
        new String[] {"{\"table_no\":10000,\"carts\":[]}", "table_no"},
        new String[] {"{\"table_no\":99999999999,\"carts\":[]}", "table_no"},
        new String[] {"{\"table_no\":1.5,\"carts\":[]}", "table_no"},
        new String[] {"{\"table_no\":\"four\",\"carts\":[]}", "table_no"},
        new String[] {"{\"table_no\":\"\",\"carts\":[]}", "table_no"},
        new String[] {"{\"table_no\":true,\"carts\":[]}", "table_no"},
        new String[] {"{\"table_no\":[1],\"carts\":[]}", "table_no"},
        new String[] {"{\"table_no\":1e999999999,\"carts\":[]}", "table_no"},
        new String[] {line("null", "1"), "carts[0].item_id"},
        new String[] {line("0", "1"), "carts[0].item_id"},
        new String[] {line("-1", "1"), "carts[0].item_id"},
        new String[] {line("1.5", "1"), "carts[0].item_id"},
        new String[] {line("\"x\"", "1"), "carts[0].item_id"},
        new String[] {line("9223372036854775808", "1"), "carts[0].item_id"},
        new String[] {line("1", "null"), "carts[0].quantity"},
        new String[] {line("1", "0"), "carts[0].quantity"},
        new String[] {line("1", "-1"), "carts[0].quantity"},
        new String[] {line("1", "1000"), "carts[0].quantity"},
        new String[] {line("1", "1.5"), "carts[0].quantity"},
        new String[] {line("1", "\"\""), "carts[0].quantity"},
        new String[] {line("1", "{}"), "carts[0].quantity"},
        new String[] {line("1", "2147483648"), "carts[0].quantity"},
        new String[] {line("1", "99999999999999999999"), "carts[0].quantity"},
        new String[] {
          "{\"table_no\":1,\"carts\":[{\"item_id\":1,\"quantity\":600},{\"item_id\":1,\"quantity\":600}]}",
          "carts[1].quantity"
        },
        new String[] {"{\"store_id\":\"abc\",\"table_no\":1,\"carts\":[]}", "store_id"});
  }

  private static String line(String item, String quantity) {
    return "{\"table_no\":1,\"carts\":[{\"item_id\":%s,\"quantity\":%s}]}"
        .formatted(item, quantity);
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void namesTheFieldAtFault(String body, String field) {
    for (HttpMethod method : new HttpMethod[] {HttpMethod.POST, HttpMethod.PUT}) {
      Answer answer = shop.call(method, "/orders", body, shop.authorization()).hasStatus(400);
      assertThat(answer.at("/errors").valueStream().map(error -> error.get("field").asString()))
          .as(() -> answer.body().toString())
          .contains(field);
      assertThat(answer.text("/errors/0/message")).isNotBlank();
    }
    assertThat(shop.unpaid(1).body()).hasToString("{\"carts\":[]}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[]", "{", "not json", "\"text\"", "{\"table_no\":1,\"table_no\":2}"})
  void refusesABodyItCannotRead(String body) {
    shop.post(body).hasStatus(400);
    shop.put(body).hasStatus(400);
  }

  @Test
  void refusesOtherContentTypes() {
    shop.post(Shop.order(1, 1, 1), "Content-Type", "text/plain")
        .isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
    shop.put("table_no=1", "Content-Type", MediaType.APPLICATION_FORM_URLENCODED_VALUE)
        .isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void refusesAHugeBody() {
    shop.post("{\"table_no\":1,\"note\":\"" + "x".repeat(1_100_000) + "\",\"carts\":[]}")
        .isProblem(413, "CONTENT_TOO_LARGE");
  }

  @ParameterizedTest
  @CsvSource({
    "PATCH, /orders",
    "GET, /orders",
    "GET, /orders/5",
    "POST, /orders/unpaids",
    "DELETE, /orders",
    "POST, /orders/daily",
    "DELETE, /orders/unpaids/5"
  })
  void refusesOtherMethods(String method, String path) {
    shop.call(HttpMethod.valueOf(method), path, null, shop.authorization())
        .isProblem(405, "METHOD_NOT_ALLOWED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "10000", "x", "1.5", "99999999999", " "})
  void refusesTablesThatCannotBe(String table) {
    shop.get("/orders/unpaids/" + table).isProblem(400, "VALIDATION_FAILED");
    shop.call(HttpMethod.DELETE, "/orders/" + table, null, shop.authorization())
        .isProblem(400, "VALIDATION_FAILED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/orders/daily",
        "/orders/daily?date=",
        "/orders/daily?date=2026-02-30",
        "/orders/daily?date=20260201",
        "/orders/daily?date=today",
        "/orders/daily?date=2026-02-01T00:00:00",
        "/orders/daily?date=%2B12345-01-01",
        "/orders/daily?date=-0001-01-01",
        "/orders/daily?date=2026-02-01&limit=0",
        "/orders/daily?date=2026-02-01&limit=1001",
        "/orders/daily?date=2026-02-01&limit=x",
        "/orders/daily?date=2026-02-01&cursor=x",
        "/orders/daily?date=2026-02-01&cursor=99999999999-1",
        "/orders/period",
        "/orders/period?start=2026-01-01",
        "/orders/period?end=2026-01-01",
        "/orders/period?start=2026-01-02&end=2026-01-01",
        "/orders/period?start=2025-01-01&end=2026-01-02",
        "/orders/unpaids?limit=-1",
        "/orders/unpaids?cursor=*"
      })
  void refusesBadParameters(String uri) {
    Answer answer = shop.get(uri).hasStatus(400);
    assertThat(answer.at("/errors").size()).isPositive();
  }

  @Test
  void acceptsTheLongestRange() {
    shop.get("/orders/period?start=2025-01-01&end=2026-01-01").hasStatus(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"table_no\":1,\"sale_id\":1,\"total_price\":1,\"requested_at\":\"2026-03-01T03:00:00Z\"}",
        "{\"table_no\":1,\"sale_id\":1,\"total_price\":1,\"business_day\":\"2026-02-30\",\"requested_at\":\"2026-03-01T03:00:00Z\"}",
        "{\"table_no\":1,\"sale_id\":1,\"total_price\":1,\"business_day\":\"+12345-02-01\",\"requested_at\":\"2026-03-01T03:00:00Z\"}",
        "{\"table_no\":1,\"sale_id\":0,\"total_price\":1,\"business_day\":\"2026-02-01\",\"requested_at\":\"2026-03-01T03:00:00Z\"}",
        "{\"table_no\":1,\"sale_id\":1,\"total_price\":-1,\"business_day\":\"2026-02-01\",\"requested_at\":\"2026-03-01T03:00:00Z\"}",
        "{\"table_no\":-1,\"sale_id\":1,\"total_price\":1,\"business_day\":\"2026-02-01\",\"requested_at\":\"2026-03-01T03:00:00Z\"}",
        "{\"table_no\":1,\"sale_id\":1,\"total_price\":1,\"business_day\":\"2026-02-01\"}",
        "{\"table_no\":1,\"sale_id\":1,\"total_price\":1,\"business_day\":\"2026-02-01\",\"requested_at\":\"-1000-01-01T00:00:00Z\"}",
        "{\"table_no\":1,\"sale_id\":1,\"total_price\":1,\"business_day\":\"2026-02-01\",\"requested_at\":\"+99999-01-01T00:00:00Z\"}"
      })
  void refusesPaymentsThatCannotBe(String body) {
    shop.internal(HttpMethod.PUT, "/orders/paid", body).hasStatus(400);
  }

  @Test
  void refusesOtherBadInternalCalls() {
    shop.internal(HttpMethod.PUT, "/internal/orders/voided", "{}").hasStatus(400);
    shop.internal(HttpMethod.GET, "/internal/orders/paid-by/x", null).hasStatus(400);
    shop.internal(HttpMethod.GET, "/internal/volumes?start=2026-01-01", null).hasStatus(400);
    shop.volumes("2026-01-02", "2026-01-01").hasStatus(400);
    shop.rebuild("2026-01-02", "2026-01-01").hasStatus(400);
  }

  @Test
  void refusesKeysTheContractDoesNotAllow() {
    String order = Shop.order(1, 1, 1);
    shop.post(order, "Idempotency-Key", "x".repeat(256)).isProblem(400, "VALIDATION_FAILED");
    shop.post(order, "Idempotency-Key", "").isProblem(400, "VALIDATION_FAILED");
  }

  @Test
  void refusesAnotherStoresIdInTheBody() {
    String body = "{\"store_id\":%d,\"table_no\":1,\"carts\":[]}".formatted(shop.id + 1);
    shop.post(body).isProblem(403, "STORE_MISMATCH");
    shop.put(body).isProblem(403, "STORE_MISMATCH");
  }
}
