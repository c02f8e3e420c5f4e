package com.salesync.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.salesync.common.deadline.Deadline;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class ConsultingEventsIT extends AtTheGateway {

  private static final String PENDING = "{\"result\":\"not completed\",\"message\":\"컨설팅 진행 중\"}";

  /** Another in each test, since the stream of an earlier one may still ask for its own. */
  private final String reqId = UUID.randomUUID().toString();

  private final String jobPath = "/consulting/" + reqId;
  private final String answerPath = "/dashboard/consulting/" + reqId;
  private final String eventsPath = "/bff/consulting/" + reqId + "/events";

  private final String token = TestTokens.bearer(TestTokens.newStore());

  ConsultingEventsIT(@LocalServerPort int port) {
    super(port);
  }

  @Test
  void tellsFromAcceptedThroughRunningToTheAnswer() {
    inTurn(
        jobPath,
        okJson(PENDING),
        okJson(PENDING),
        okJson(PENDING),
        okJson("{\"result\":\"success\",\"message\":\"컨설팅 완료\",\"req_id\":\"r\"}"));
    inTurn(
        answerPath,
        aResponse().withStatus(404),
        okJson("{\"result\":\"not completed\"}"),
        okJson(
            "{\"result\":\"success\",\"message\":\"상담 요청 조회 성공\",\"consulting\":\"콜라를\\n두 배로\"}"));
    Reply reply = get(eventsPath, "Authorization", token);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Type")).startsWith("text/event-stream");
    assertThat(events(reply.body())).containsExactly("accepted", "running", "answer");
    assertThat(reply.body())
        .contains(
            "\"req_id\":\"" + reqId + "\"",
            "\"consulting\":\"콜라를\\n두 배로\"",
            "\"result\":\"success\"");
    assertThat(Backends.requests("consulting"))
        .filteredOn(asked -> asked.getUrl().equals(jobPath))
        .hasSize(4)
        .allSatisfy(asked -> assertThat(asked.getHeader("Authorization")).isEqualTo(token))
        .last()
        .satisfies(
            asked ->
                assertThat(asked.containsHeader(Deadline.HEADER))
                    .as("a stream outlives the deadline of its request")
                    .isFalse());
  }

  @Test
  void tellsRunningOnlyOnceTheServiceSaysSo() {
    inTurn(
        jobPath,
        okJson("{\"result\":\"not completed\",\"stage\":\"accepted\"}"),
        okJson("{\"result\":\"not completed\",\"stage\":\"accepted\"}"),
        okJson("{\"result\":\"failed\",\"message\":\"상담에 실패했습니다\"}"));
    String body = get(eventsPath, "Authorization", token).body();
    assertThat(events(body)).containsExactly("accepted", "failed");
    assertThat(body).contains("상담에 실패했습니다");
  }

  @Test
  void tellsAllOfAJobThatWasDoneLongAgo() {
    inTurn(jobPath, okJson("{\"result\":\"success\",\"req_id\":\"r\"}"));
    inTurn(answerPath, okJson("{\"result\":\"success\",\"consulting\":\"text\"}"));
    assertThat(events(get(eventsPath + "/", "Authorization", token).body()))
        .containsExactly("accepted", "running", "answer");
  }

  @Test
  void failsForAnUnknownJob() {
    inTurn(jobPath, okJson("{\"result\":\"failed\",\"message\":\"컨설팅 요청 없음\"}"));
    String body = get(eventsPath, "Authorization", token).body();
    assertThat(events(body)).containsExactly("failed");
    assertThat(body).contains("컨설팅 요청 없음");
  }

  @Test
  void survivesAServiceThatIsAwayForAMoment() {
    inTurn(
        jobPath,
        okJson(PENDING),
        aResponse().withStatus(503),
        okJson("{\"result\":\"success\",\"req_id\":\"r\"}"));
    inTurn(
        answerPath,
        aResponse().withStatus(500),
        okJson("{\"result\":\"success\",\"consulting\":\"text\"}"));
    assertThat(events(get(eventsPath, "Authorization", token).body()))
        .containsExactly("accepted", "running", "answer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"500 {}", "200 {}", "200 nonsense", "200 []"})
  void isNoStreamWhenTheFirstQuestionFails(String answer) {
    inTurn(
        jobPath,
        aResponse()
            .withStatus(Integer.parseInt(answer.substring(0, 3)))
            .withHeader("Content-Type", "application/json")
            .withBody(answer.substring(4)));
    Reply reply = get(eventsPath, "Authorization", token);
    assertThat(reply.status()).isEqualTo(503);
    RoutingIT.assertProblem(reply, "NEIGHBOUR_UNAVAILABLE");
  }

  @Test
  void keepsAQuietStreamAliveUntilItsTimeIsUp() throws Exception {
    inTurn(jobPath, okJson(PENDING));
    String body = HTTP.send(request(), HttpResponse.BodyHandlers.ofString()).body();
    assertThat(events(body)).containsExactly("accepted", "running", "timeout");
    assertThat(body.lines().filter(line -> line.startsWith(":")).count()).isBetween(3L, 16L);
  }

  @Test
  void endsTheStreamOfASessionThatHasEnded() {
    inTurn(jobPath, okJson(PENDING), aResponse().withStatus(401));
    assertThat(events(get(eventsPath, "Authorization", token).body()))
        .containsExactly("accepted", "failed");
  }

  @Test
  void arrivesAsItHappens() throws Exception {
    inTurn(jobPath, okJson(PENDING));
    HttpResponse<InputStream> answer =
        HTTP.send(request(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream stream = answer.body()) {
      assertThat(new String(stream.readNBytes(14), java.nio.charset.StandardCharsets.UTF_8))
          .isEqualTo("event:accepted");
    }
  }

  @Test
  void opensNoMoreStreamsThanAStoreMayHaveAndForgetsThoseThatEnded() throws Exception {
    inTurn(jobPath, okJson(PENDING));
    List<InputStream> open = new ArrayList<>();
    for (int stream = 0; stream < 2; stream++) {
      open.add(HTTP.send(request(), HttpResponse.BodyHandlers.ofInputStream()).body());
    }
    Reply refused = get(eventsPath, "Authorization", token);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isNotNull();
    RoutingIT.assertProblem(refused, "TOO_MANY_STREAMS");
    for (InputStream stream : open) {
      close(stream);
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> {
              HttpResponse<InputStream> again =
                  HTTP.send(request(), HttpResponse.BodyHandlers.ofInputStream());
              assertThat(again.statusCode()).isEqualTo(200);
              close(again.body());
            });
  }

  private HttpRequest request() {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + eventsPath))
        .header("Authorization", token)
        .timeout(Duration.ofSeconds(20))
        .build();
  }

  private static void close(InputStream stream) {
    try {
      stream.close();
    } catch (IOException alreadyGone) {
      throw new java.io.UncheckedIOException(alreadyGone);
    }
  }

  /** Each answer once, the last one for ever. */
  private static void inTurn(String path, ResponseDefinitionBuilder... answers) {
    String service = path.startsWith("/dashboard") ? "dashboard" : "consulting";
    for (int turn = 0; turn < answers.length; turn++) {
      int next = Math.min(turn + 1, answers.length - 1);
      Backends.of(service)
          .stubFor(
              WireMock.get(path)
                  .inScenario(path)
                  .whenScenarioStateIs(turn == 0 ? STARTED : "turn " + turn)
                  .willSetStateTo(next == 0 ? STARTED : "turn " + next)
                  .willReturn(answers[turn]));
    }
  }

  private static List<String> events(String body) {
    return body.lines()
        .filter(line -> line.startsWith("event:"))
        .map(line -> line.substring("event:".length()))
        .toList();
  }
}
