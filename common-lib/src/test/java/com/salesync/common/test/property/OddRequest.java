package com.salesync.common.test.property;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A request that a client might make of an operation: mostly as described, with oddities in what it
 * sends along.
 *
 * @param headers names and values in turn
 */
record OddRequest(String method, String uri, List<String> headers, byte[] body) {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final Map<String, List<String>> SENT_ALONG =
      Map.of(
          "Accept", List.of("*/*", "application/json", "text/html", "*", "a/b/c", "", "image/*"),
          "Accept-Language", List.of("en", "ko-KR,ko;q=0.9", "fr", "*", "xx-", "en;q=nan", "_"),
          "X-Request-Id", List.of("till-7", "a b", "<script>", ""),
          "X-Forwarded-For", List.of("203.0.113.7", "::1", "unknown", ",", "300.1.1.1", "[::1]:8"),
          "If-None-Match", List.of("*", "\"a\"", "W/\"a\"", "\""),
          "Range", List.of("bytes=0-1", "bytes=5-1", "x"),
          "traceparent", List.of("00-0-0-0", "", "ff-" + "a".repeat(200)),
          "Cookie", List.of("a=b", ";", "=", "a=\"\\\""));

  /**
   * @param own headers that come with it, names and values in turn
   */
  static OddRequest of(Any any, ApiOperation operation, AnyJson json, List<String> own) {
    List<String> headers = new ArrayList<>(own);
    List<String> query = new ArrayList<>();
    String path = operation.path();
    for (ApiOperation.Parameter parameter : operation.parameters()) {
      String value = json.parameter(any, parameter.name(), parameter.schema());
      switch (parameter.in()) {
        case "path" -> path = path.replace("{" + parameter.name() + "}", encoded(value));
        case "header" -> addHeader(any, headers, parameter.name(), value, 50);
        default -> addQuery(any, query, parameter.name(), value);
      }
    }
    if (any.chance(3)) {
      addQuery(any, query, any.of("store_id", "limit", "a", ""), any.characters(9));
    }
    SENT_ALONG.forEach(
        (name, values) -> {
          addHeader(any, headers, name, any.of(values), 3);
        });
    addHeader(any, headers, "Salesync-Deadline", deadline(any), 5);
    byte[] body = new byte[0];
    if (operation.hasBody()) {
      body = json.body(any, operation.body());
      headers.addAll(List.of("Content-Type", contentType(any)));
    }
    String asked = path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    return new OddRequest(operation.method(), asked, headers, body);
  }

  private static void addHeader(
      Any any, List<String> headers, String name, String value, int percent) {
    if (any.chance(percent)) {
      headers.addAll(List.of(name, any.chance(20) ? any.characters(300) : value));
    }
  }

  private static void addQuery(Any any, List<String> query, String name, String value) {
    if (any.chance(95)) {
      query.add(encoded(name) + "=" + encoded(value));
    }
    if (any.chance(2)) {
      query.add(encoded(name) + any.of("", "=", "=1", "=null"));
    }
  }

  private static String deadline(Any any) {
    return any.of(
        Long.toString(Instant.now().plusSeconds(9).toEpochMilli()),
        Long.toString(Long.MAX_VALUE),
        Long.toString(Long.MIN_VALUE),
        "0",
        "soon");
  }

  private static String contentType(Any any) {
    return any.chance(94)
        ? "application/json"
        : any.of(
            "application/json;charset=UTF-16",
            "application/vnd.a+json",
            "text/plain",
            "*/*",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data;a",
            "application/json;charset=none",
            "application/xml",
            ";",
            "a");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  HttpRequest at(int port) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + uri))
            .timeout(LONGEST)
            .method(method, BodyPublishers.ofByteArray(body));
    for (int i = 0; i < headers.size(); i += 2) {
      request.header(headers.get(i), sendable(headers.get(i + 1)));
    }
    return request.build();
  }

  /** What this client is able to write into a header. */
  private static String sendable(String value) {
    return value.replaceAll("[^\\x20-\\x7E\\xA0-\\xFF]", "");
  }

  @Override
  public String toString() {
    return "%s %s %s %s".formatted(method, uri, headers, new String(body, StandardCharsets.UTF_8));
  }
}
