package com.salesync.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.Parallel;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Small bounds, of which the behaviour is that of the real ones. */
@ServiceTest
class LoadIT extends AtTheGateway {

  private static final int OTHERS = 6;
  private static final int RESERVED = 2;
  private static final int PASSWORDS = 4;
  private static final HeldService SALE = new HeldService();
  private static final HeldService STORE = new HeldService();
  private static final byte[] PAYMENT = "{\"table_no\":1}".getBytes(StandardCharsets.UTF_8);

  private final String token = TestTokens.bearer(TestTokens.newStore());

  LoadIT(@LocalServerPort int port) {
    super(port);
  }

  @DynamicPropertySource
  static void smallBounds(DynamicPropertyRegistry properties) {
    properties.add("test.sale", SALE::url);
    properties.add("salesync.load.per-service", () -> OTHERS + RESERVED);
    properties.add("test.store", STORE::url);
    properties.add("salesync.load.passwords", () -> PASSWORDS);
    properties.add("salesync.load.reserved", () -> RESERVED);
    properties.add("salesync.deadline.read", () -> "30s");
    properties.add("salesync.deadline.write", () -> "30s");
    properties.add("salesync.bodies.deadline", () -> "500ms");
  }

  @BeforeEach
  void hold() {
    SALE.hold();
    STORE.hold();
  }

  @AfterEach
  void release() {
    SALE.release();
    STORE.release();
  }

  @Test
  void tellsAtOnceWhoseLogInStoreServiceCouldNotLetIn() {
    List<CompletableFuture<HttpResponse<String>>> letIn =
        Stream.of("POST /stores", "POST /stores/login", "POST /stores/pwcheck", "PUT /stores/1")
            .map(operation -> operation.split(" "))
            .map(operation -> ask(operation[0], operation[1]))
            .toList();
    awaitArrived(STORE, PASSWORDS);

    Reply refused = send(HttpMethod.POST, "/stores/login", PAYMENT);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).matches("[1-9][0-9]*");
    RoutingIT.assertProblem(refused, "PASSWORDS_BUSY");
    CompletableFuture<HttpResponse<String>> other = ask("POST", "/stores/logout");
    awaitArrived(STORE, PASSWORDS + 1);
    STORE.release();
    assertAllServed(letIn);
    assertAllServed(List.of(other));
  }

  @Test
  void servesFiftyCallersAtOnceThoughFewAreUnderWay() {
    Backends.of("order")
        .stubFor(any(anyUrl()).willReturn(okJson("{\"result\":\"success\"}").withFixedDelay(20)));
    assertThat(Parallel.times(50, caller -> get("/orders/unpaids", "Authorization", token)))
        .allSatisfy(reply -> assertThat(reply.status()).isEqualTo(200));
  }

  @Test
  void refusesWhatFindsNoRoomBeforeAnythingIsSent() {
    List<CompletableFuture<HttpResponse<String>>> underWay = readSales(OTHERS);
    awaitArrived(OTHERS);

    Reply refused = get("/sales?late", "Authorization", token);

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).matches("[1-9][0-9]*");
    RoutingIT.assertProblem(refused, "SERVICE_BUSY");
    assertThat(SALE.arrived()).hasSize(OTHERS).noneMatch(call -> call.contains("late"));
    assertThat(get("/orders/unpaids", "Authorization", token).status())
        .as("another service")
        .isEqualTo(200);
    SALE.release();
    assertAllServed(underWay);
    assertThat(get("/sales", "Authorization", token).status()).isEqualTo(200);
  }

  @Test
  void shedsPaymentsAndVoidsLast() {
    List<CompletableFuture<HttpResponse<String>>> reads = readSales(OTHERS + RESERVED);
    awaitArrived(OTHERS);

    List<CompletableFuture<HttpResponse<String>>> money =
        List.of(ask("POST", "/sales"), ask("DELETE", "/sales/5"));

    awaitArrived(OTHERS + RESERVED);
    assertThat(SALE.arrived()).contains("POST /sales", "DELETE /sales/5");
    Reply refused = send(HttpMethod.POST, "/sales?late", PAYMENT, "Authorization", token);
    RoutingIT.assertProblem(refused, "SERVICE_BUSY");
    SALE.release();
    assertAllServed(money);
    assertThat(reads).allSatisfy(read -> assertThat(read.get().statusCode()).isIn(200, 503));
  }

  @Test
  void aBodyThatDripsInIsGivenUpThoughItNeverStops() throws IOException {
    try (SlowSenders senders = new SlowSenders(port, "127.0.0.5")) {
      senders.begin("POST /sales HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n");
      Awaitility.await().untilAsserted(() -> assertThat(senders.open()).isZero());
      assertThat(senders.answers())
          .singleElement()
          .asString()
          .contains(" 408 ", "REQUEST_TIMEOUT", "\"result\":\"failed\"");
      assertThat(SALE.arrived()).isEmpty();
    }
  }

  private List<CompletableFuture<HttpResponse<String>>> readSales(int count) {
    return IntStream.range(0, count).mapToObj(read -> ask("GET", "/sales?read=" + read)).toList();
  }

  private CompletableFuture<HttpResponse<String>> ask(String method, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(
                method,
                method.startsWith("P")
                    ? HttpRequest.BodyPublishers.ofByteArray(PAYMENT)
                    : HttpRequest.BodyPublishers.noBody())
            .header("Authorization", token)
            .build();
    return HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString());
  }

  private static void awaitArrived(int count) {
    awaitArrived(SALE, count);
  }

  private static void awaitArrived(HeldService service, int count) {
    Awaitility.await().untilAsserted(() -> assertThat(service.arrived()).hasSize(count));
  }

  private static void assertAllServed(List<CompletableFuture<HttpResponse<String>>> answers) {
    assertThat(answers).allSatisfy(answer -> assertThat(answer.get().statusCode()).isEqualTo(200));
  }
}
