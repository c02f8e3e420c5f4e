package com.salesync.order;

import com.salesync.common.test.TestTokens;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

/** A store of its own with a till, a menu, and the services that act for it. */
final class Shop {

  private static final JsonMapper JSON = new JsonMapper();

  private final RestTestClient client;
  private final String till;
  final long id;

  Shop(RestTestClient client) {
    this.client = client;
    this.id = TestTokens.newStore();
    this.till = TestTokens.bearer(id);
  }

  private Shop(Shop same, String till) {
    this.client = same.client;
    this.id = same.id;
    this.till = till;
  }

  /** The same shop with a token that says it is elsewhere, and begins its days at another hour. */
  Shop in(String zone, String dayStart) {
    return new Shop(this, TestTokens.bearer(id, zone, dayStart));
  }

  /** The same shop at another till. */
  Shop ofAnotherSession() {
    return new Shop(this, TestTokens.bearer(id));
  }

  long offer(String name, long price) {
    return ItemServiceStub.get().offer(id, name, price);
  }

  void reprice(long item, String name, long price) {
    ItemServiceStub.get().reprice(id, item, name, price);
  }

  /** {@code {table_no, carts}} with alternating item ids and quantities. */
  static String order(int table, long... itemsAndQuantities) {
    return IntStream.range(0, itemsAndQuantities.length / 2)
        .mapToObj(
            i ->
                "{\"item_id\":%d,\"quantity\":%d}"
                    .formatted(itemsAndQuantities[2 * i], itemsAndQuantities[2 * i + 1]))
        .collect(Collectors.joining(",", "{\"table_no\":" + table + ",\"carts\":[", "]}"));
  }

  Answer post(String body, String... headers) {
    return call(HttpMethod.POST, "/orders", body, till, headers);
  }

  /** Orders under a key of its own, so that the same order twice is two orders. */
  Answer postAnew(String body) {
    return post(body, "Idempotency-Key", java.util.UUID.randomUUID().toString());
  }

  Answer put(String body, String... headers) {
    return call(HttpMethod.PUT, "/orders", body, till, headers);
  }

  Answer cancel(int table, String... headers) {
    return call(HttpMethod.DELETE, "/orders/" + table, null, till, headers);
  }

  Answer get(String uri, String... headers) {
    return call(HttpMethod.GET, uri, null, till, headers);
  }

  Answer unpaid(int table) {
    return get("/orders/unpaids/" + table);
  }

  /** The lines of a table as {@code item x quantity}, in order. */
  String linesOf(int table) {
    return unpaid(table)
        .at("/carts")
        .valueStream()
        .map(line -> line.get("item_name").asString() + " x " + line.get("quantity").asInt())
        .collect(Collectors.joining(", "));
  }

  Answer pay(int table, long sale, long total, String day) {
    return pay(table, sale, total, day, Instant.now());
  }

  Answer pay(int table, long sale, long total, String day, Instant requestedAt) {
    return internal(
        HttpMethod.PUT,
        "/orders/paid",
        """
        {"table_no":%d,"sale_id":%d,"total_price":%d,"business_day":"%s","requested_at":"%s"}
        """
            .formatted(table, sale, total, day, requestedAt));
  }

  Answer voidSale(long sale) {
    return internal(HttpMethod.PUT, "/internal/orders/voided", "{\"sale_id\":" + sale + "}");
  }

  Answer internal(HttpMethod method, String uri, @Nullable String body) {
    boolean figures =
        uri.startsWith("/internal/volumes") || uri.startsWith("/internal/orders/day-totals");
    return call(
        method, uri, body, TestTokens.internal(figures ? "dashboard-service" : "sale-service", id));
  }

  /** What was paid on these of the shop's days. */
  Answer dayTotals(String... days) {
    return internal(
        HttpMethod.POST,
        "/internal/orders/day-totals",
        Arrays.stream(days)
            .map(day -> "{\"store_id\":%d,\"business_day\":\"%s\"}".formatted(id, day))
            .collect(Collectors.joining(",", "{\"days\":[", "]}")));
  }

  Answer volumes(String start, String end) {
    return internal(HttpMethod.GET, "/internal/volumes?start=" + start + "&end=" + end, null);
  }

  Answer rebuild(String start, String end) {
    return call(
        HttpMethod.POST,
        "/internal/volumes/rebuild?store_id=" + id + "&start=" + start + "&end=" + end,
        null,
        TestTokens.operator());
  }

  Answer send(HttpMethod method, String uri, Consumer<RestTestClient.RequestBodySpec> with) {
    RestTestClient.RequestBodySpec request = client.method(method).uri(uri);
    with.accept(request);
    EntityExchangeResult<byte[]> result = request.exchange().expectBody().returnResult();
    byte[] answer = result.getResponseBody();
    return new Answer(
        result.getStatus().value(),
        result.getResponseHeaders(),
        answer == null || answer.length == 0 ? JSON.nullNode() : JSON.readTree(answer));
  }

  String authorization() {
    return till;
  }

  Answer call(
      HttpMethod method,
      String uri,
      @Nullable String body,
      String authorization,
      String... headers) {
    return send(
        method,
        uri,
        request -> {
          request.header(HttpHeaders.AUTHORIZATION, authorization);
          IntStream.range(0, headers.length / 2)
              .forEach(i -> request.header(headers[2 * i], headers[2 * i + 1]));
          if (body != null && Arrays.stream(headers).noneMatch("Content-Type"::equals)) {
            request.contentType(MediaType.APPLICATION_JSON);
          }
          if (body != null) {
            request.body(body);
          }
        });
  }
}
