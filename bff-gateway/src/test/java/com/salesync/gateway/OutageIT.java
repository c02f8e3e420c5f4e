package com.salesync.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.github.tomakehurst.wiremock.http.Fault;
import com.salesync.common.test.ServiceTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ServiceTest
class OutageIT extends AtTheGateway {

  private static final HalfAnswers HALF = new HalfAnswers();
  private static final Duration STREAM_IDLE = HalfAnswers.SILENCE.plusSeconds(2);
  private static final Duration LIMIT = Duration.ofSeconds(3);
  private static final byte[] PIZZA = "{\"table_no\":1}".getBytes(StandardCharsets.UTF_8);

  OutageIT(@LocalServerPort int port) {
    super(port);
  }

  /**
   * Refuses connections, and swallows them: a closed port, and an address that is routed nowhere.
   */
  @DynamicPropertySource
  static void deadServices(DynamicPropertyRegistry properties) {
    properties.add("salesync.waits.read", () -> "2500ms");
    properties.add("salesync.waits.write", () -> "2500ms");
    properties.add("salesync.waits.stream-idle", () -> STREAM_IDLE.toMillis() + "ms");
    properties.add("test.consulting", HALF::url);
    properties.add("test.sale", () -> "http://127.0.0.1:1");
    properties.add("LOCAL_SMS_INBOX_URL", HALF::url);
    properties.add("test.dashboard", () -> "http://192.0.2.1:81");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sales", "/dashboard/sales", "/dashboard/calculate"})
  void answersForADeadServiceWithinThreeSeconds(String path) {
    assertUnavailable(() -> get(path, "Origin", "http://localhost:3000"));
    assertUnavailable(() -> send(HttpMethod.POST, path, PIZZA, "Origin", "http://localhost:3000"));
  }

  @Test
  void answersForASilentServiceWithinThreeSeconds() {
    Backends.of("order").stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(8000)));
    assertUnavailable(() -> get("/orders/unpaids"));
    assertUnknown(() -> send(HttpMethod.POST, "/orders", PIZZA));
  }

  @Test
  void waitsLongerForReports() {
    Backends.of("order")
        .stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(3500).withBody("slow")));
    assertThat(get("/orders/period?start=2026-01-01&end=2026-01-02").body()).isEqualTo("slow");
  }

  @Test
  void aStreamMayBeSilentForLongerThanItsFirstByteMayTake() {
    assertThat(get("/_local/sms/events").body()).isEqualTo(HalfAnswers.EVENTS);
  }

  @Test
  void aStreamThatIsSilentForTooLongIsCutOff() {
    assertTimeoutPreemptively(
        STREAM_IDLE.multipliedBy(4),
        () ->
            assertThatThrownBy(() -> get("/_local/sms/events/endless"))
                .isInstanceOf(UncheckedIOException.class));
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE"})
  void answersForAServiceThatBreaksOff(Fault fault) {
    Backends.of("order").stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));
    assertUnavailable(() -> get("/orders/unpaids"));
    assertUnknown(() -> send(HttpMethod.POST, "/orders", PIZZA));
    assertThat(
            Backends.requests("order").stream()
                .filter(request -> request.getMethod().getName().equals("POST")))
        .as("a write is never sent twice")
        .hasSize(1);
  }

  @Test
  void neverPassesHalfAnAnswerOffAsWhole() {
    Backends.of("order")
        .stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
    assertUnavailable(() -> get("/orders/unpaids"));
  }

  @Test
  void saysNothingOfAnAnswerThatItTakesBack() {
    Reply reply = get("/_local/sms/short");
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.all("ETag")).isEmpty();
    assertThat(reply.all("Content-Encoding")).isEmpty();
    assertThat(reply.all("Content-Type")).singleElement().asString().contains("problem+json");
    RoutingIT.assertProblem(reply, "NEIGHBOUR_UNAVAILABLE");
  }

  @Test
  void breaksTheConnectionWhenHalfAnAnswerHasLeft() {
    assertThatThrownBy(() -> get("/_local/sms/long")).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void recoversByItself() {
    Backends.of("order")
        .stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    assertUnavailable(() -> get("/orders/unpaids"));
    Backends.reset();
    assertThat(get("/orders/unpaids").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 405, 409, 412, 415, 422, 429, 500, 503, 504})
  void passesAServicesOwnProblemUnchanged(int status) {
    String problem =
        "{\"type\":\"urn:x\",\"status\":" + status + ",\"result\":\"failed\",\"message\":\"품절\"}";
    Backends.of("item")
        .stubFor(
            any(anyUrl())
                .willReturn(
                    aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/problem+json")
                        .withHeader("WWW-Authenticate", "Bearer")
                        .withHeader("Allow", "GET")
                        .withHeader("Retry-After", "9")
                        .withBody(problem)));
    Reply reply = send(HttpMethod.POST, "/categories", PIZZA);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.body()).isEqualTo(problem);
    assertThat(reply.all("Content-Type")).containsExactly("application/problem+json");
    assertThat(reply.all("WWW-Authenticate")).containsExactly("Bearer");
    assertThat(reply.all("Allow")).containsExactly("GET");
    assertThat(reply.all("Retry-After")).containsExactly("9");
    assertThat(Backends.requests("item")).hasSize(1);
  }

  @Test
  void finishesTheCallOfAClientThatLeaves() throws IOException {
    try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request = "GET /consulting HTTP/1.1\r\nHost: localhost\r\n\r\n";
      client.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    }
    await().untilAsserted(() -> assertThat(HALF.wasAwaited()).isTrue());
  }

  static void assertUnavailable(Supplier<Reply> call) {
    assertFailed(call, 503, "NEIGHBOUR_UNAVAILABLE");
  }

  static void assertUnknown(Supplier<Reply> call) {
    assertFailed(call, 504, "OUTCOME_UNKNOWN");
  }

  private static void assertFailed(Supplier<Reply> call, int status, String code) {
    long began = System.nanoTime();
    Reply reply = call.get();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LIMIT);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.header("Retry-After")).matches("[1-9][0-9]*").isNotEqualTo("9");
    RoutingIT.assertProblem(reply, code);
    assertThat(reply.body()).doesNotContain("127.0.0.1", "192.0.2.1", "Exception");
  }
}
