package com.salesync.common.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** What a failure's document and its log lines have in common. */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class TracingIT {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private final RestTestClient client;

  TracingIT(RestTestClient client) {
    this.client = client;
  }

  @Test
  void theTraceOfAFailureIsInItsDocumentAndInItsLogLine(CapturedOutput output) {
    JsonNode document = fails("/fails/unexpectedly");

    assertThat(document.path("trace_id").asString()).isEqualTo(TRACE);
    assertThat(output.getOut().lines().filter(line -> line.contains("Unexpected failure")))
        .singleElement()
        .asString()
        .contains("[" + TRACE + "]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/samples/7", "/nowhere", "/days?start=x", "/internal/samples"})
  void everyRefusalNamesItsTraceAndIsLoggedWithIt(String path, CapturedOutput output) {
    JsonNode document = fails(path);

    assertThat(document.path("trace_id").asString()).isEqualTo(TRACE);
    assertThat(output.getOut().lines().filter(line -> line.contains("Refused GET")))
        .singleElement()
        .asString()
        .contains("[" + TRACE + "]", document.path("code").asString());
  }

  @Test
  void aRequestWithoutATraceBeginsOne() {
    JsonNode document =
        client
            .get()
            .uri("/tenant")
            .exchange()
            .expectStatus()
            .isUnauthorized()
            .returnResult(JsonNode.class)
            .getResponseBody();

    assertThat(document.path("trace_id").asString()).matches("[0-9a-f]{32}").isNotEqualTo(TRACE);
  }

  private JsonNode fails(String path) {
    return client
        .get()
        .uri(path)
        .header("Authorization", TestTokens.bearer(TestTokens.newStore()))
        .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-00")
        .exchange()
        .expectStatus()
        .value(status -> assertThat(status).isGreaterThanOrEqualTo(400))
        .returnResult(JsonNode.class)
        .getResponseBody();
  }
}
