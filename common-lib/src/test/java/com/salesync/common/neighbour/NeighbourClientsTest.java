package com.salesync.common.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.salesync.common.web.RequestIdFilter;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.service.annotation.GetExchange;

class NeighbourClientsTest {

  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration READ = Duration.ofSeconds(10);
  private static final Duration IMPATIENT = Duration.ofMillis(300);

  private final CountDownLatch finished = new CountDownLatch(1);
  private HttpServer server;
  private Neighbour neighbour;

  interface Neighbour {

    @GetExchange("/status/{code}")
    Answer status(@PathVariable int code);

    @GetExchange("/{how}")
    Answer answer(@PathVariable String how);

    @GetExchange("/query")
    Answer on(@RequestParam LocalDate day);
  }

  record Answer(String requestId, String protocol) {}

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/status/", this::answerStatus);
    server.createContext(
        "/good",
        exchange ->
            answer(
                exchange,
                200,
                "{\"requestId\":\"%s\",\"protocol\":\"%s\"}"
                    .formatted(
                        exchange.getRequestHeaders().getFirst(RequestIdFilter.HEADER),
                        exchange.getProtocol())));
    server.createContext(
        "/query",
        exchange ->
            answer(
                exchange,
                200,
                "{\"requestId\":\"%s\",\"protocol\":\"\"}"
                    .formatted(exchange.getRequestURI().getQuery())));
    server.createContext("/garbage", exchange -> answer(exchange, 200, "<html>"));
    server.createContext("/silent", this::answerTooLate);
    server.createContext("/hangup", HttpExchange::close);
    server.createContext("/cut", NeighbourClientsTest::answerHalf);
    server.setExecutor(Thread::startVirtualThread);
    server.start();
    neighbour = client(server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    finished.countDown();
    server.stop(0);
  }

  @Test
  void writesDatesAsEveryServiceReadsThem() {
    assertThat(neighbour.on(LocalDate.of(2026, 11, 9)).requestId()).isEqualTo("day=2026-11-09");
  }

  @Test
  void passesTheRequestIdOnOverHttp11() {
    MDC.put(RequestIdFilter.MDC_KEY, "till-7");
    try {
      assertThat(neighbour.answer("good")).isEqualTo(new Answer("till-7", "HTTP/1.1"));
    } finally {
      MDC.remove(RequestIdFilter.MDC_KEY);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 401, 403, 429})
  void callsAFailureOfTheNeighbourAnOutage(int status) {
    assertOutage(catchThrowable(() -> neighbour.status(status)));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 409})
  void leavesARefusalToTheCaller(int status) {
    assertThatThrownBy(() -> neighbour.status(status))
        .isInstanceOfSatisfying(
            HttpClientErrorException.class,
            refusal -> assertThat(refusal.getStatusCode().value()).isEqualTo(status));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hangup", "cut", "garbage"})
  void callsAnAnswerThatIsNoneAnOutage(String how) {
    assertOutage(catchThrowable(() -> neighbour.answer(how)));
  }

  @Test
  void waitsNoLongerThanTold() {
    Neighbour impatient =
        clients(server.getAddress().getPort()).create(Neighbour.class, "item", IMPATIENT);

    assertOutage(assertTimeout(READ, () -> catchThrowable(() -> impatient.answer("silent"))));
  }

  @Test
  void callsARefusedConnectionAnOutage() throws IOException {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0)) {
      nobody = socket.getLocalPort();
    }

    assertOutage(catchThrowable(() -> client(nobody).answer("good")));
  }

  @Test
  void knowsNoNeighbourWithoutAUrl() {
    NeighbourClients clients = clients(1);

    assertThatThrownBy(() -> clients.create(Neighbour.class, "nobody"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("salesync.neighbours.urls.nobody");
  }

  private static void assertOutage(Throwable thrown) {
    assertThat(thrown)
        .isInstanceOfSatisfying(
            NeighbourUnavailable.class,
            outage -> {
              assertThat(outage.status().value()).isEqualTo(503);
              assertThat(outage.retryAfterSeconds()).isEqualTo(2);
              assertThat(outage.neighbour()).isEqualTo("item");
              assertThat(outage).hasCauseInstanceOf(Exception.class);
            });
  }

  private static Neighbour client(int port) {
    return clients(port).create(Neighbour.class, "item");
  }

  private static NeighbourClients clients(int port) {
    return new NeighbourClients(
        RestClient.builder(),
        new NeighbourProperties(
            CONNECT, READ, Map.of("item", URI.create("http://localhost:" + port))));
  }

  private void answerStatus(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    answer(exchange, Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)), "{}");
  }

  private void answerTooLate(HttpExchange exchange) throws IOException {
    try {
      boolean unused = finished.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }

  private static void answerHalf(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 1000);
    exchange.getResponseBody().write("{\"requestId\":".getBytes(StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
    exchange.close();
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
