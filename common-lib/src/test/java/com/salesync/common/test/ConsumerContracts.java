package com.salesync.common.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the consumers of a service rely on, as each of them left it in {@code
 * src/test/contracts/<consumer>.json}: the calls it makes, and answers of which it reads every
 * field. A service extends it with what the calls are about.
 *
 * <p>A file is a list of calls. {@code it} says what for; {@code method}, {@code path} and {@code
 * body} are what is sent, with {@code {name}} where {@link #given} has a value. {@code as} is who
 * asks: a service acting for the {@code store}, which is the default, or for an {@code unknown
 * store}, the {@code owner} of the store, the {@code operator} (the service, but for no store), the
 * {@code directory} (no more than ended sessions), or {@code nobody}. {@code status} is 200 by
 * default. Values in {@code answer} are examples: names and kinds are what counts. Only null stands
 * for itself or nothing at all, and for itself a code such as {@code ORDER_NOT_FOUND} or what
 * follows an equals sign, as in {@code =not completed}. A list is never empty.
 */
public abstract class ConsumerContracts {

  private static final Path CONTRACTS =
      Path.of(System.getProperty("basedir", ""), "src/test/contracts");

  private static final String DAY = "\\d{4}-\\d\\d-\\d\\d";
  private static final String INSTANT = DAY + "T.+Z";
  private static final String CODE = "[A-Z]+(_[A-Z]+)+";
  private static final String EXACTLY = "=";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final RestTestClient client;

  protected ConsumerContracts(RestTestClient client) {
    this.client = client;
  }

  /**
   * Prepares what the calls are about.
   *
   * @return values by the name they have in paths and bodies; {@code store} is the id of the store
   *     that services act for
   */
  protected abstract Map<String, Object> given();

  @TestFactory
  List<DynamicTest> keepsToWhatItsConsumersRelyOn() throws IOException {
    Map<String, Object> given = given();
    List<DynamicTest> calls = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(CONTRACTS, "*.json")) {
      for (Path file : files) {
        String consumer = file.getFileName().toString().replace(".json", "");
        for (JsonNode call : JSON.readTree(file)) {
          String name = consumer + " " + call.get("it").stringValue();
          calls.add(DynamicTest.dynamicTest(name, () -> verify(consumer, name, call, given)));
        }
      }
    }
    assertThat(calls).as("calls in " + CONTRACTS).isNotEmpty();
    return calls;
  }

  private void verify(String consumer, String name, JsonNode call, Map<String, Object> given) {
    RestTestClient.RequestBodySpec request =
        client
            .method(HttpMethod.valueOf(call.get("method").stringValue()))
            .uri(filledPath(call.get("path").stringValue(), given));
    String caller = call.path("as").asString("store");
    if (!caller.equals("nobody")) {
      request.header(HttpHeaders.AUTHORIZATION, token(consumer, caller, (long) given.get("store")));
    }
    if (call.has("body")) {
      request.contentType(MediaType.APPLICATION_JSON).body(filledBody(call.get("body"), given));
    }
    EntityExchangeResult<byte[]> result = request.exchange().expectBody().returnResult();
    byte[] body = result.getResponseBody();
    String answer = body == null ? "" : new String(body, StandardCharsets.UTF_8);

    assertThat(result.getStatus().value())
        .as("%s: status of %s", name, answer)
        .isEqualTo(call.path("status").asInt(200));
    assertKeeps(call.get("answer"), JSON.readTree(answer), name + ": answer");
  }

  private static String token(String consumer, String caller, long store) {
    return switch (caller) {
      case "store" -> TestTokens.internal(consumer, store);
      case "unknown store" -> TestTokens.internal(consumer, TestTokens.newStore());
      case "owner" -> TestTokens.bearer(store);
      case "operator" -> TestTokens.forNoStore(consumer);
      // As the gateway, which may ask for nothing else.
      case "directory" -> TestTokens.directory("bff-gateway");
      default -> throw new IllegalArgumentException("Nobody known asks as " + caller);
    };
  }

  private static String filledPath(String template, Map<String, Object> given) {
    String path = template;
    for (Map.Entry<String, Object> value : given.entrySet()) {
      path = path.replace("{" + value.getKey() + "}", value.getValue().toString());
    }
    return path;
  }

  private static String filledBody(JsonNode template, Map<String, Object> given) {
    String body = template.toString();
    for (Map.Entry<String, Object> value : given.entrySet()) {
      body =
          body.replace("\"{" + value.getKey() + "}\"", JSON.writeValueAsString(value.getValue()));
    }
    return body;
  }

  static void assertKeeps(JsonNode example, JsonNode actual, String where) {
    if (example.asString("").startsWith(EXACTLY)) {
      assertThat(EXACTLY + actual.asString("")).as(where).isEqualTo(example.asString());
      return;
    }
    assertThat(kind(actual)).as(where).isEqualTo(kind(example));
    if (example.isObject()) {
      example
          .properties()
          .forEach(
              field ->
                  assertKeeps(
                      field.getValue(), actual.path(field.getKey()), where + "." + field.getKey()));
    } else if (example.isArray()) {
      assertThat(actual.size()).as(where).isPositive();
      actual.forEach(entry -> assertKeeps(example.get(0), entry, where + "[]"));
    }
  }

  private static String kind(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "nothing";
    }
    if (value.isIntegralNumber()) {
      return "whole number";
    }
    if (!value.isString()) {
      return value.getNodeType().toString();
    }
    String text = value.stringValue();
    if (text.matches(CODE)) {
      return text;
    }
    return text.matches(DAY) ? "day" : text.matches(INSTANT) ? "instant" : "text";
  }
}
