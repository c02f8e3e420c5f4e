package com.salesync.consulting;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.salesync.consulting.Neighbours.MODEL;
import static com.salesync.consulting.Neighbours.completion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.salesync.common.invariant.InvariantMonitor;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.Till.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A model that fails, for now or for good. */
@ServiceTest
class ModelFailureIT extends ConsultingScenario {

  ModelFailureIT(
      RestTestClient client, JdbcClient jdbc, MeterRegistry metrics, InvariantMonitor monitor) {
    super(client, jdbc, metrics, monitor);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"429", "500", "cut", "noise", "garbage", "empty choice", "no text", "slow"})
  void asksAgainAfterAPassingFailureOfTheModel(String failure) {
    MODEL.stubFor(
        any(anyUrl())
            .inScenario(failure)
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(failing(failure))
            .willSetStateTo("mended"));
    MODEL.stubFor(
        any(anyUrl())
            .inScenario(failure)
            .whenScenarioStateIs("mended")
            .willReturn(completion("다시 답합니다.")));
    String request = owner.ask();

    assertThat(owner.end(request).<String>read("$.result")).isEqualTo("success");
    assertThat(MODEL.getAllServeEvents()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "429, MODEL_BUSY, 3",
    "500, MODEL_FAILED, 3",
    "cut, MODEL_UNREACHABLE, 3",
    "garbage, MODEL_UNREADABLE, 3",
    "empty choice, MODEL_EMPTY, 3",
    "1 MB, MODEL_TOO_LONG, 3",
    "401, MODEL_MISCONFIGURED, 1",
    "refusal, MODEL_REFUSED, 1"
  })
  void failsWithAReasonTheOwnerCanRead(String failure, String reason, int calls) {
    MODEL.stubFor(any(anyUrl()).willReturn(failing(failure)));
    String request = owner.ask();

    Answer end = owner.end(request);

    assertThat(end.<String>read("$.result")).isEqualTo("failed");
    assertThat(end.<String>read("$.message")).startsWith("인공지능 모델").doesNotContain("failure");
    assertThat(MODEL.getAllServeEvents()).hasSize(calls);
    assertThat(column(request, "failure")).isEqualTo(reason);
    try (Topic topic = new Topic("consulting")) {
      await()
          .untilAsserted(
              () ->
                  assertThat(topic.of(request))
                      .anySatisfy(
                          event ->
                              assertThat(event)
                                  .contains(
                                      "\"type\":\"failed\"",
                                      "\"failure\":\"" + reason + "\"",
                                      "\"failure_message\":\"인공지능 모델")));
    }
  }

  private static ResponseDefinitionBuilder failing(String failure) {
    return switch (failure) {
      case "cut" -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
      case "noise" -> aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE).withStatus(200);
      case "garbage" -> okJson("<html>not what was asked for</html>");
      case "empty choice" ->
          okJson(
              Neighbours.choice("\"content\":\"\"")
                  .replaceFirst("\"choices\":\\[.*}}],", "\"choices\":[],")
                  .replace("\n", ""));
      case "no text" -> okJson(Neighbours.choice("\"content\":null"));
      case "refusal" -> okJson(Neighbours.choice("\"content\":null,\"refusal\":\"I must not\""));
      case "1 MB" -> completion("가".repeat(350_000));
      case "slow" -> completion("too late").withFixedDelay(60_000);
      default -> Neighbours.status(Integer.parseInt(failure));
    };
  }

  /** The model does not come back within its time-out for one store's period. */
  @Test
  void failsOnlyThoseWhomTheModelKeepsWaiting() {
    MODEL.stubFor(
        any(anyUrl())
            .withRequestBody(containing("period: 2026-03-01..2026-03-02"))
            .willReturn(completion("too late").withFixedDelay(60_000)));
    List<String> kept =
        IntStream.range(0, 7).mapToObj(n -> owner.ask("?start=2026-03-01&end=2026-03-02")).toList();
    await().untilAsserted(() -> assertThat(inFlight()).isEqualTo(7));
    Owner other = Owner.ofNewShop(client);

    String request = other.ask();

    assertThat(other.end(request).<String>read("$.result")).isEqualTo("success");
    assertThat(owner.progress(kept.getLast()).<String>read("$.result")).isEqualTo("not completed");
    assertThat(owner.end(kept.getFirst()).text())
        .contains("\"result\":\"failed\"", "인공지능 모델이 제시간에 답변하지 않았습니다.");
    assertThat(column(kept.getFirst(), "failure")).isEqualTo("MODEL_SLOW");
    assertThat(column(kept.getFirst(), "model_failures")).isEqualTo("2");
  }
}
