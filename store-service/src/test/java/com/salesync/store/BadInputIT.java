package com.salesync.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Nothing a client can send is answered with a 500, and every refusal says what is wrong. */
@ServiceTest
class BadInputIT {

  private static final List<String> FORM_FIELDS =
      List.of("username", "password", "owner_name", "phone", "store_name", "address", "store_type");

  private final Till till;
  private final Till owner;
  private final long storeId;

  BadInputIT(RestTestClient client) {
    this.till = Till.somewhere(client);
    this.owner = till.signedUp();
    this.storeId = owner.storeId();
  }

  @TestFactory
  Stream<DynamicTest> namesEveryFieldOfTheSignUpFormThatIsWrong() {
    Map<String, Object> bad = new LinkedHashMap<>();
    bad.put("null", null);
    bad.put("an empty text", "");
    bad.put("a blank", "   ");
    bad.put("a number", 17);
    bad.put("a boolean", true);
    bad.put("an object", Map.of("a", 1));
    bad.put("a list", List.of("a"));
    bad.put("a text that is too long", "x".repeat(300));
    bad.put("U+0000", "abcdefgh\u0000");
    return FORM_FIELDS.stream()
        .flatMap(
            field ->
                Stream.concat(
                    Stream.of(
                        DynamicTest.dynamicTest(
                            field + " missing", () -> refuses(field, form -> form.remove(field)))),
                    bad.entrySet().stream()
                        .map(
                            entry ->
                                DynamicTest.dynamicTest(
                                    field + " is " + entry.getKey(),
                                    () ->
                                        refuses(
                                            field, form -> form.put(field, entry.getValue()))))));
  }

  private void refuses(String field, java.util.function.Consumer<Map<String, Object>> spoil) {
    Map<String, Object> form = Till.form(Till.newUsername());
    spoil.accept(form);
    Answer answer = till.post("/stores", form).isProblem(400, "VALIDATION_FAILED");
    assertThat(answer.faults()).containsExactly(field);
    assertThat(answer.body().path("errors").path(0).path("message").asString()).isNotBlank();
  }

  @Test
  void acceptsAnyVisibleScript() {
    Map<String, Object> form = Till.form("가게-" + Till.newUsername());
    form.put("store_name", "피자 🍕 \"나라\" <b>'; drop table stores; --");
    form.put("address", "서울시 중구\n세종대로 110");
    till.post("/stores", form).is(201);
  }

  @Test
  void speaksBothLanguages() {
    Map<String, Object> form = Till.form(Till.newUsername());
    form.put("phone", "12");
    Answer korean = till.post("/stores", form).is(400);
    assertThat(korean.text("message")).isEqualTo("입력값을 확인해 주세요.");
    assertThat(korean.body().path("errors").path(0).path("message").asString())
        .isEqualTo("올바른 전화번호가 아닙니다.");
    Answer english = till.post("/stores", form, "Accept-Language", "en").is(400);
    assertThat(english.text("message")).isEqualTo("Please check what you entered.");
    assertThat(english.body().path("errors").path(0).path("message").asString())
        .isEqualTo("This is not a valid phone number.");
  }

  @TestFactory
  Stream<DynamicTest> namesTheFieldOfALoginThatIsWrong() {
    Map<String, String> bad = new LinkedHashMap<>();
    bad.put("{\"password\":\"x\"}", "username");
    bad.put("{\"username\":null,\"password\":\"x\"}", "username");
    bad.put("{\"username\":\" \",\"password\":\"x\"}", "username");
    bad.put("{\"username\":7,\"password\":\"x\"}", "username");
    bad.put("{\"username\":\"" + "u".repeat(101) + "\",\"password\":\"x\"}", "username");
    bad.put("{\"username\":\"u\\u0000\",\"password\":\"x\"}", "username");
    bad.put("{\"username\":\"u\"}", "password");
    bad.put("{\"username\":\"u\",\"password\":null}", "password");
    bad.put("{\"username\":\"u\",\"password\":\"\"}", "password");
    bad.put("{\"username\":\"u\",\"password\":12345678}", "password");
    bad.put("{\"username\":\"u\",\"password\":[\"x\"]}", "password");
    return bad.entrySet().stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.getKey().length() > 60 ? "too long" : entry.getKey(),
                    () ->
                        assertThat(
                                till.post("/stores/login", entry.getKey())
                                    .isProblem(400, "VALIDATION_FAILED")
                                    .faults())
                            .containsExactly(entry.getValue())));
  }

  @TestFactory
  Stream<DynamicTest> refusesBodiesThatCannotBeRead() {
    List<String> unreadable =
        List.of(
            "", "{", "not json", "[]", "\"text\"", "17", "{\"username\":\"a\",\"username\":\"b\"}");
    return bodied()
        .flatMap(
            call ->
                unreadable.stream()
                    .map(
                        body ->
                            DynamicTest.dynamicTest(
                                call + " with " + body,
                                () -> {
                                  Answer answer = owner.call(call.method(), call.uri(), body);
                                  assertThat(answer.status()).isEqualTo(400);
                                  assertThat(answer.text("result")).isEqualTo("failed");
                                  assertThat(answer.text("code"))
                                      .isIn("MALFORMED_BODY", "VALIDATION_FAILED");
                                })));
  }

  @TestFactory
  Stream<DynamicTest> refusesOtherContentTypes() {
    return bodied()
        .flatMap(
            call ->
                Stream.of(
                        MediaType.TEXT_PLAIN_VALUE,
                        MediaType.APPLICATION_FORM_URLENCODED_VALUE,
                        MediaType.APPLICATION_XML_VALUE,
                        "application/*",
                        MediaType.ALL_VALUE)
                    .map(
                        type ->
                            DynamicTest.dynamicTest(
                                call + " as " + type,
                                () ->
                                    owner
                                        .call(call.method(), call.uri(), "{}", "Content-Type", type)
                                        .isProblem(415, "UNSUPPORTED_MEDIA_TYPE"))));
  }

  @TestFactory
  Stream<DynamicTest> refusesHugeBodies() {
    String huge = "{\"username\":\"" + "x".repeat(70_000) + "\"}";
    return bodied()
        .map(
            call ->
                DynamicTest.dynamicTest(
                    call.toString(),
                    () ->
                        owner
                            .call(call.method(), call.uri(), huge)
                            .isProblem(413, "CONTENT_TOO_LARGE")));
  }

  @TestFactory
  Stream<DynamicTest> refusesOtherMethods() {
    return Stream.of(
            new Call(HttpMethod.DELETE, "/stores"),
            new Call(HttpMethod.PATCH, "/stores/"),
            new Call(HttpMethod.GET, "/stores/login"),
            new Call(HttpMethod.GET, "/stores/pwcheck"),
            new Call(HttpMethod.GET, "/stores/logout/"),
            new Call(HttpMethod.POST, "/stores/settings"),
            new Call(HttpMethod.GET, "/stores/17"),
            new Call(HttpMethod.PATCH, "/stores/17"))
        .map(
            call ->
                DynamicTest.dynamicTest(
                    call.toString(),
                    () -> {
                      Answer answer = owner.call(call.method(), call.uri(), null);
                      answer.isProblem(405, "METHOD_NOT_ALLOWED");
                      assertThat(answer.headers().getAllow()).isNotEmpty();
                    }));
  }

  @Test
  void answersUnknownPathsWith404() {
    owner.get("/stores/a/b/c").isProblem(404, "NOT_FOUND");
    owner.get("/nothing/").isProblem(404, "NOT_FOUND");
  }

  @Test
  void survivesDeepNesting() {
    String deep = "{\"username\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
    assertThat(till.post("/stores/login", deep).status()).isEqualTo(400);
    Map<String, Object> form = new HashMap<>(Till.form(Till.newUsername()));
    form.put("phone", "9".repeat(40));
    assertThat(till.post("/stores", form).is(400).faults()).containsExactly("phone");
  }

  private Stream<Call> bodied() {
    return Stream.of(
        new Call(HttpMethod.POST, "/stores"),
        new Call(HttpMethod.POST, "/stores/login"),
        new Call(HttpMethod.POST, "/stores/pwcheck/"),
        new Call(HttpMethod.PUT, "/stores/" + storeId),
        new Call(HttpMethod.PUT, "/stores/settings"));
  }

  private record Call(HttpMethod method, String uri) {

    @Override
    public String toString() {
      return method + " " + uri.replaceAll("[0-9]+", "{store_id}");
    }
  }
}
