package com.salesync.consulting;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.salesync.consulting.Neighbours.BOOKS;
import static com.salesync.consulting.Neighbours.MODEL;
import static com.salesync.consulting.Neighbours.PAID_TOTALS;
import static com.salesync.consulting.Neighbours.books;
import static com.salesync.consulting.Neighbours.completion;
import static com.salesync.consulting.Neighbours.modelAnswers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.salesync.common.test.Parallel;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.Till.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class ConsultingIT {

  private final RestTestClient client;
  private final Owner owner;
  private final JdbcClient jdbc;
  private final MeterRegistry metrics;

  ConsultingIT(RestTestClient client, JdbcClient jdbc, MeterRegistry metrics) {
    this.client = client;
    this.owner = Owner.ofNewShop(client);
    this.jdbc = jdbc;
    this.metrics = metrics;
  }

  @BeforeEach
  void reset() {
    modelAnswers("이전 시험의 답");
    await()
        .pollDelay(Duration.ZERO)
        .atMost(Duration.ofSeconds(30))
        .until(this::unfinished, left -> left == 0);
    Neighbours.reset();
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
    books(PAID_TOTALS, "{\"days\":[]}");

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
  void saysUnavailableWhenTheBooksCannotBeAsked() {
    BOOKS.stubFor(
        get(urlPathEqualTo(PAID_TOTALS))
            .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

    assertThat(owner.get("/consulting?start=2026-03-01&end=2026-03-03").status()).isEqualTo(503);
  }

  @Test
  void waitsForTheBooksWhenTheyAreDownOnlyLater() {
    BOOKS.stubFor(get(urlPathEqualTo("/internal/volumes")).willReturn(aResponse().withStatus(503)));
    String request = owner.ask();
    await()
        .untilAsserted(
            () ->
                assertThat(BOOKS.findAll(getRequestedFor(urlPathEqualTo("/internal/volumes"))))
                    .hasSizeGreaterThan(2));

    Neighbours.reset();

    assertThat(owner.end(request).<String>read("$.result")).isEqualTo("success");
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

  @Test
  void refusesMoreThanAStoresDailyShare() {
    for (int n = 0; n < 20; n++) {
      owner.ask();
    }

    Answer refused = owner.get("/consulting?start=2026-03-01&end=2026-03-03");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.<String>read("$.code")).isEqualTo("CONSULTING_DAILY_CAP");
    assertThat(refused.<String>read("$.message")).contains("20");
    assertThat(refused.exchange().getResponseHeaders().getFirst("Retry-After")).isNotNull();
    Owner.ofNewShop(client).ask();
  }

  @Test
  void acceptsTogetherWhatComesTogetherUpToTheDailyShare() {
    Neighbours.booksTellSlowlyWhatWasSold();

    List<Answer> answers =
        Parallel.times(30, n -> owner.get("/consulting?start=2026-03-01&end=2026-03-03"));

    assertThat(answers.stream().filter(answer -> answer.status() == 200))
        .hasSize(20)
        .extracting(answer -> answer.<String>read("$.req_id"))
        .doesNotHaveDuplicates()
        .allSatisfy(
            request ->
                assertThat(owner.end(request).<String>read("$.result")).isEqualTo("success"));
    assertThat(answers.stream().filter(answer -> answer.status() == 429)).hasSize(10);
    assertThat(
            BOOKS
                .countRequestsMatching(getRequestedFor(urlPathEqualTo(PAID_TOTALS)).build())
                .getCount())
        .isLessThan(30);
  }

  @Test
  void findsNothingSoldForAllWhoAskTogether() {
    books(PAID_TOTALS, "{\"days\":[]}");

    assertThat(Parallel.times(10, n -> owner.get("/consulting?start=2026-03-01&end=2026-03-03")))
        .allSatisfy(answer -> assertThat(answer.<String>read("$.message")).isEqualTo("매출 조회 실패"));
  }

  @Test
  void endsEveryJobByItsDeadline() {
    MODEL.stubFor(any(anyUrl()).willReturn(completion("nie").withFixedDelay(1_500)));
    String request = owner.ask();
    jdbc.sql("update consulting_jobs set deadline = now() - interval '2 m' where req_id = ?::uuid")
        .param(request)
        .update();

    Answer end = owner.end(request);

    assertThat(end.<String>read("$.result")).isEqualTo("failed");
    assertThat(end.<String>read("$.message")).contains("제한 시간");
    await().untilAsserted(() -> assertThat(violations("I9")).isZero());
  }

  @Test
  void countsWhatItDoes() {
    double before = counted("completed");
    owner.end(owner.ask());

    assertThat(counted("completed")).isGreaterThan(before);
    assertThat(
            metrics.get("salesync.consulting.model.tokens").tag("kind", "prompt").counter().count())
        .isPositive();
    assertThat(metrics.get("salesync.consulting.queue").tag("state", "waiting").gauge().value())
        .isNotNegative();
    assertThat(violations("I5")).isZero();
  }

  private long unfinished() {
    return jdbc.sql("select count(*) from consulting_jobs where finished_at is null")
        .query(Long.class)
        .single();
  }

  private double inFlight() {
    return metrics.get("salesync.consulting.in.flight").gauge().value();
  }

  private double counted(String outcome) {
    return metrics.counter("salesync.consulting.jobs", "outcome", outcome).count();
  }

  private double violations(String invariant) {
    return metrics.get("salesync.invariant.violations").tag("invariant", invariant).gauge().value();
  }

  private String column(String request, String column) {
    return jdbc.sql("select " + column + "::text from consulting_jobs where req_id = ?::uuid")
        .param(request)
        .query(String.class)
        .single();
  }
}
