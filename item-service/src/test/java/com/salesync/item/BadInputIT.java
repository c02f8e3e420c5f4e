package com.salesync.item;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.RequestBodySpec;

/** Whatever a client sends, it gets its answer as a problem document and never a 500. */
@ServiceTest
class BadInputIT {

  private static final String TOO_LONG = "\"" + "가".repeat(101) + "\"";

  private static final Map<String, String> BAD_NAMES =
      Map.ofEntries(
          entry("null", "null"),
          entry("empty", "\"\""),
          entry("blank", "\"  \\t \""),
          entry("ideographic blank", "\"\u3000\""),
          entry("a number", "1"),
          entry("an object", "{}"),
          entry("a list", "[\"피자\"]"),
          entry("a boolean", "true"),
          entry("with U+0000", "\"피\\u0000자\""),
          entry("nothing to see", "\"\u200b\""),
          entry("Hangul's filler", "\"\u3164\""),
          entry("a blank in Braille", "\"\u2800\""),
          entry("two lines", "\"피\\n자\""),
          entry("half a character", "\"a\\ud800b\""),
          entry("too long", TOO_LONG));

  private static final Map<String, String> BAD_AMOUNTS =
      Map.of(
          "negative", "-1",
          "a fraction", "20.6",
          "a fraction as text", "\"20.6\"",
          "blank", "\" \"",
          "text", "\"many\"",
          "too large", "1000000001",
          "1e30", "1e30",
          "endless digits", "9".repeat(400),
          "a boolean", "true",
          "an object", "{}");

  private final RestTestClient client;
  private final Shop shop;
  private final long category;
  private final long item;

  BadInputIT(RestTestClient client) {
    this.client = client;
    this.shop = Shop.open(client);
    this.category = shop.addCategory("피자");
    this.item = shop.addItem(category, "치즈", 18_000);
  }

  @TestFactory
  Stream<DynamicTest> refusesBadNames() {
    return BAD_NAMES.entrySet().stream()
        .flatMap(
            bad ->
                Stream.of(
                    refused(POST, "/categories/", "name", bad, "{\"name\":%s}"),
                    refused(PUT, "/categories/" + category, "name", bad, "{\"name\":%s}"),
                    refused(POST, items(), "name", bad, "{\"name\":%s,\"price\":1}"),
                    refused(PUT, oneItem(), "name", bad, "{\"name\":%s,\"price\":1}")));
  }

  @TestFactory
  Stream<DynamicTest> refusesBadPrices() {
    List<Map.Entry<String, String>> bad = new ArrayList<>(BAD_AMOUNTS.entrySet());
    bad.add(Map.entry("null", "null"));
    return bad.stream()
        .flatMap(
            amount ->
                Stream.of(
                    refused(POST, items(), "price", amount, "{\"name\":\"a\",\"price\":%s}"),
                    refused(PUT, oneItem(), "price", amount, "{\"name\":\"a\",\"price\":%s}")));
  }

  @TestFactory
  Stream<DynamicTest> refusesBadCosts() {
    return BAD_AMOUNTS.entrySet().stream()
        .flatMap(
            bad ->
                Stream.of(
                    refused(PUT, costs() + "/" + item, "cost", bad, "{\"cost\":%s}"),
                    refused(
                        POST,
                        costs(),
                        "items[0].cost",
                        bad,
                        "{\"items\":[{\"item_id\":" + item + ",\"cost\":%s}]}")));
  }

  @TestFactory
  Stream<DynamicTest> refusesBadItemIds() {
    return Map.of("null", "null", "text", "\"a\"", "a fraction", "1.5", "too large", "9".repeat(20))
        .entrySet()
        .stream()
        .map(
            bad ->
                refused(
                    POST,
                    costs(),
                    "items[0].item_id",
                    bad,
                    "{\"items\":[{\"item_id\":%s,\"cost\":1}]}"));
  }

  @TestFactory
  Stream<DynamicTest> namesTheFieldThatIsMissing() {
    Map.Entry<String, String> missing = Map.entry("missing", "");
    return Stream.of(
        refused(POST, "/categories", "name", missing, "{}%s"),
        refused(PUT, "/categories/" + category, "name", missing, "{}%s"),
        refused(POST, items(), "price", missing, "{\"name\":\"a\"}%s"),
        refused(POST, items(), "name", missing, "{\"price\":1}%s"),
        refused(PUT, oneItem(), "price", missing, "{\"name\":\"a\"}%s"),
        refused(POST, costs(), "items", missing, "{}%s"),
        refused(POST, costs(), "items[0]", missing, "{\"items\":[null]}%s"),
        refused(POST, costs(), "items[0].item_id", missing, "{\"items\":[{\"cost\":1}]}%s"),
        refused(PUT, costs() + "/" + item, "cost", missing, "{}%s"));
  }

  @TestFactory
  Stream<DynamicTest> refusesBodiesItCannotRead() {
    return Stream.of("", "{", "[]", "null", "\"피자\"", "{\"name\":\"a\",\"name\":\"b\"}", "\u0000")
        .flatMap(
            body ->
                Stream.of(
                        Map.entry("/categories/", POST),
                        Map.entry("/categories/" + category, PUT),
                        Map.entry(items(), POST),
                        Map.entry(oneItem(), PUT),
                        Map.entry(costs(), POST),
                        Map.entry(costs() + "/" + item, PUT))
                    .map(
                        call ->
                            dynamicTest(
                                call.getValue() + " " + call.getKey() + " <" + body + ">",
                                () ->
                                    Problems.assertProblem(
                                        shop.send(call.getValue(), call.getKey(), body), 400))));
  }

  @TestFactory
  Stream<DynamicTest> refusesIdsThatAreNone() {
    return Stream.of("abc", "99999999999999999999", "1.5", "-", "%20", "0x1g")
        .flatMap(
            id ->
                Stream.of(
                    answered(PUT, "/categories/" + id, "{\"name\":\"a\"}", 400),
                    answered(DELETE, "/categories/" + id, null, 400),
                    answered(POST, "/categories/" + id + "/items", "{}", 400),
                    answered(GET, "/categories/items/" + id, null, 400),
                    answered(PUT, "/categories/items/" + id, "{}", 400),
                    answered(DELETE, "/categories/items/" + id, null, 400),
                    answered(PUT, costs() + "/" + id, "{\"cost\":1}", 400)));
  }

  @TestFactory
  Stream<DynamicTest> findsNothingUnderIdsNobodyHas() {
    return Stream.of("0", "-1", "9223372036854775807")
        .flatMap(
            id ->
                Stream.of(
                    answered(PUT, "/categories/" + id, "{\"name\":\"a\"}", 404),
                    answered(DELETE, "/categories/" + id, null, 404),
                    answered(
                        POST, "/categories/" + id + "/items", "{\"name\":\"a\",\"price\":1}", 404),
                    answered(GET, "/categories/items/" + id, null, 404),
                    answered(PUT, "/categories/items/" + id, "{\"name\":\"a\",\"price\":1}", 404),
                    answered(DELETE, "/categories/items/" + id, null, 404),
                    answered(PUT, costs() + "/" + id, "{\"cost\":1}", 404)));
  }

  @TestFactory
  Stream<DynamicTest> refusesBadPages() {
    return Stream.of("limit=0", "limit=1001", "limit=abc", "cursor=-1", "cursor=abc", "limit=1.5")
        .flatMap(
            page ->
                Stream.of("/categories/", "/categories/items", costs())
                    .map(list -> answered(GET, list + "?" + page, null, 400)));
  }

  @TestFactory
  Stream<DynamicTest> refusesMethodsAPathDoesNotHave() {
    return Stream.of("/categories", "/categories/items", oneItem(), costs(), items())
        .flatMap(path -> Stream.of(path, path + "/"))
        .map(path -> answered(PATCH, path, "{}", 405));
  }

  private DynamicTest refused(
      HttpMethod method,
      String path,
      String field,
      Map.Entry<String, String> value,
      String template) {
    return dynamicTest(
        "%s %s with %s %s".formatted(method, path, field, value.getKey()),
        () ->
            assertThat(
                    Problems.assertProblem(
                        shop.send(method, path, template.formatted(value.getValue())), 400))
                .contains("\"code\":\"VALIDATION_FAILED\"", "\"field\":\"" + field + "\""));
  }

  private DynamicTest answered(HttpMethod method, String path, String body, int status) {
    return dynamicTest(
        method + " " + path,
        () ->
            Problems.assertProblem(
                body == null ? authorized(method, path).exchange() : shop.send(method, path, body),
                status));
  }

  private RequestBodySpec authorized(HttpMethod method, String path) {
    return client
        .method(method)
        .uri(java.net.URI.create(path))
        .header("Authorization", TestTokens.bearer(shop.id));
  }

  private String items() {
    return "/categories/" + category + "/items";
  }

  private String oneItem() {
    return "/categories/items/" + item;
  }

  private static String costs() {
    return "/categories/items/costs";
  }
}
