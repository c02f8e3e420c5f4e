package com.salesync.consulting;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.moreThanOrExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.salesync.consulting.Neighbours.ANSWER;
import static com.salesync.consulting.Neighbours.DASHBOARD;
import static com.salesync.consulting.Neighbours.FIGURES;
import static com.salesync.consulting.Neighbours.MODEL;
import static com.salesync.consulting.Neighbours.SOLD;
import static com.salesync.consulting.Neighbours.completion;
import static com.salesync.consulting.Neighbours.dashboardAnswers;
import static com.salesync.consulting.Neighbours.dashboardHasAnswers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.salesync.common.invariant.InvariantMonitor;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.Till.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A request on its way to an answer. */
@ServiceTest
class AdviceIT extends ConsultingScenario {

  AdviceIT(
      RestTestClient client, JdbcClient jdbc, MeterRegistry metrics, InvariantMonitor monitor) {
    super(client, jdbc, metrics, monitor);
  }

  /** As Spring does with a context that waits for its next test, or that a checkpoint restores. */
  @Test
  void goesOnAfterItWasStoppedAndStarted(@Qualifier("jobRunner") SmartLifecycle runner) {
    runner.stop();
    assertThat(runner.isRunning()).isFalse();

    runner.start();

    assertThat(owner.end(owner.ask()).text()).contains("\"success\"");
  }

  @Test
  void answersAndPublishesTheAnswerBeforeItSaysSuccess() {
    String request = owner.ask();

    Answer end = owner.end(request);

    assertThat(end.text())
        .isEqualTo(
            "{\"result\":\"success\",\"message\":\"컨설팅 완료\",\"req_id\":\"" + request + "\"}");
    assertThat(owner.get("/consulting/test/" + request + "/").text()).isEqualTo(end.text());
    try (Topic topic = new Topic("consulting")) {
      await()
          .untilAsserted(
              () ->
                  assertThat(topic.of(request))
                      .anySatisfy(
                          event ->
                              assertThat(event)
                                  .contains(
                                      "\"version\":1",
                                      "\"type\":\"completed\"",
                                      "\"req_id\":\"" + request + "\"",
                                      "\"store_id\":" + owner.storeId(),
                                      "\"answer\":\"피자를 더 파세요.\"",
                                      "\"adviser\":\"model\"",
                                      "\"language\":\"ko\""))
                      .anySatisfy(event -> assertThat(event).contains("\"type\":\"accepted\""))
                      .hasSize(2));
    }
  }

  static List<ResponseDefinitionBuilder> whileTheAnswerCannotBeRead() {
    return List.of(
        aResponse().withStatus(404),
        okJson("{\"result\":\"not completed\"}"),
        aResponse().withStatus(401),
        aResponse().withStatus(503),
        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
  }

  @ParameterizedTest
  @MethodSource("whileTheAnswerCannotBeRead")
  void saysSuccessOnlyOnceTheDashboardHasTheAnswer(ResponseDefinitionBuilder dashboard) {
    DASHBOARD.stubFor(get(urlPathMatching(ANSWER)).willReturn(dashboard));
    String request = owner.ask();
    await().until(() -> column(request, "state").equals("completed"));
    await()
        .untilAsserted(
            () -> {
              assertThat(owner.progress(request).text())
                  .contains("\"not completed\"", "\"stage\":\"running\"");
              DASHBOARD.verify(
                  moreThanOrExactly(1),
                  getRequestedFor(urlEqualTo("/dashboard/consulting/" + request))
                      .withHeader("Authorization", matching("Bearer .+")));
            });

    dashboardHasAnswers();

    assertThat(owner.progress(request).<String>read("$.result")).isEqualTo("success");
  }

  @Test
  void asksTheModelForWhatTheOwnerWantsToKnow() {
    String request = owner.ask();
    owner.end(request);

    MODEL.verify(1, postRequestedFor(urlEqualTo("/v1/chat/completions")));
    String body = MODEL.getAllServeEvents().getFirst().getRequest().getBodyAsString();
    assertThat(body)
        .contains("순이익", "프로모션", "매출 정보", "<figures>", "피자 | 2 | 40000 | 26000 | 65")
        .contains("\"max_completion_tokens\":1500");
    assertThat(column(request, "figures")).contains("\"profit\": 26000");
  }

  @Test
  void asksInTheStoresLanguage() {
    Neighbours.store("Corner Pizza", "en");
    owner.end(owner.ask());

    assertThat(MODEL.getAllServeEvents().getFirst().getRequest().getBodyAsString())
        .contains("answer in English", "Corner Pizza");
  }

  @Test
  void saysHowFarItIs() {
    MODEL.stubFor(any(anyUrl()).willReturn(completion("spät").withFixedDelay(600)));
    String request = owner.ask();

    await()
        .untilAsserted(
            () ->
                assertThat(owner.progress(request).text())
                    .isEqualTo(
                        "{\"result\":\"not completed\",\"message\":\"컨설팅 진행 중\","
                            + "\"stage\":\"running\"}"));
    assertThat(owner.end(request).<String>read("$.result")).isEqualTo("success");
  }

  @Test
  void acceptsByPostAndByTheAliases() {
    String range = "?start=2026-03-01&end=2026-03-03";
    for (Answer answer :
        List.of(
            owner.post("/consulting/" + range, "{}"),
            owner.post("/consulting/test" + range, "{}"),
            owner.get("/consulting/test/" + range))) {
      assertThat(answer.text()).matches("\\{\"req_id\":\"[0-9a-f-]{36}\"}");
    }
  }

  @Test
  void saysSoWhenNothingWasSold() {
    dashboardAnswers(SOLD, "{\"sold\":false}");

    assertThat(owner.get("/consulting?start=2026-03-01&end=2026-03-03").text())
        .isEqualTo("{\"result\":\"failed\",\"message\":\"매출 조회 실패\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?start=2026-03-01",
        "?start=2026-03-02&end=2026-03-01",
        "?start=2026-02-30&end=2026-03-01",
        "?start=2025-01-01&end=2026-01-02",
        "?start=%00&end=2026-01-02"
      })
  void refusesBadDates(String query) {
    assertThat(owner.get("/consulting" + query).status()).isEqualTo(400);
    assertThat(owner.post("/consulting/test" + query, "{}").status()).isEqualTo(400);
  }

  @Test
  void saysUnavailableWhenTheDashboardCannotBeAsked() {
    DASHBOARD.stubFor(
        get(urlPathEqualTo(SOLD))
            .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

    assertThat(owner.get("/consulting?start=2026-03-01&end=2026-03-03").status()).isEqualTo(503);
  }

  @Test
  void waitsForTheDashboardWhenItIsDownOnlyLater() {
    DASHBOARD.stubFor(get(urlPathEqualTo(FIGURES)).willReturn(aResponse().withStatus(503)));
    String request = owner.ask();
    await()
        .untilAsserted(
            () ->
                assertThat(DASHBOARD.findAll(getRequestedFor(urlPathEqualTo(FIGURES))))
                    .hasSizeGreaterThan(2));

    Neighbours.reset();

    assertThat(owner.end(request).<String>read("$.result")).isEqualTo("success");
  }
}
