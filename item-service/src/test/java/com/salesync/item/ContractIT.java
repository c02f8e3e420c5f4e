package com.salesync.item;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.time.BusinessDays;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the consumers left in {@code src/test/contracts}: calls they make, and answers of which they
 * read every field. Values are examples; names and types are what counts.
 */
@ServiceTest
class ContractIT {

  private static final Path CONTRACTS =
      Path.of(System.getProperty("basedir", ""), "src/test/contracts");

  private final JsonMapper json = JsonMapper.shared();
  private final Shop shop;
  private final long item;

  ContractIT(RestTestClient client) {
    this.shop = Shop.open(client);
    this.item = shop.addItem(shop.addCategory("피자"), "치즈", 18_000);
    shop.setCost(item, 7_000);
  }

  @TestFactory
  Stream<DynamicTest> keepsToWhatItsConsumersRelyOn() throws IOException {
    try (Stream<Path> files = Files.list(CONTRACTS)) {
      return files.map(ContractIT::read).map(json::readTree).toList().stream()
          .flatMap(
              contract ->
                  contract
                      .get("calls")
                      .valueStream()
                      .map(
                          call ->
                              DynamicTest.dynamicTest(
                                  contract.get("consumer").stringValue()
                                      + " "
                                      + call.get("it").stringValue(),
                                  () -> verify(call))));
    }
  }

  private void verify(JsonNode call) {
    String answer =
        Shop.text(
            shop.askedByService(
                HttpMethod.valueOf(call.get("method").stringValue()),
                filled(call.get("path").stringValue()),
                call.has("body") ? filled(call.get("body").stringValue()) : ""),
            200);

    assertHasShapeOf(call.get("answer"), json.readTree(answer), "answer");
  }

  private static void assertHasShapeOf(JsonNode example, JsonNode actual, String where) {
    assertThat(actual).as(where).isNotNull();
    assertThat(actual.getNodeType()).as(where).isEqualTo(example.getNodeType());
    if (example.isObject()) {
      example
          .properties()
          .forEach(
              field ->
                  assertHasShapeOf(
                      field.getValue(), actual.get(field.getKey()), where + "." + field.getKey()));
    } else if (example.isArray()) {
      assertThat(actual.size()).as(where).isPositive();
      actual.forEach(entry -> assertHasShapeOf(example.get(0), entry, where + "[]"));
    }
  }

  private String filled(String template) {
    return template
        .replace("{item}", Long.toString(item))
        .replace("{day}", BusinessDays.DEFAULT.dayOf(Instant.now()).toString());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
