package com.salesync.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@ServiceTest
class ConcurrencyIT extends AtTheGateway {

  private static final int REQUESTS = 1000;

  /** Holds every answer back until all requests have arrived. */
  private static final CountDownLatch ARRIVED = new CountDownLatch(REQUESTS);

  private static final HttpServer SLOW = slowService();

  private final String token = TestTokens.bearer(TestTokens.newStore());

  ConcurrencyIT(@LocalServerPort int port) {
    super(port);
  }

  @DynamicPropertySource
  static void slow(DynamicPropertyRegistry properties) {
    properties.add("test.order", () -> "http://127.0.0.1:" + SLOW.getAddress().getPort());
    properties.add("salesync.load.per-service", () -> REQUESTS + 100);
    properties.add("salesync.deadline.read", () -> "60s");
    properties.add("salesync.routes.connect-timeout", () -> "10s");
    // A busy machine takes long to send the last of so many requests.
    properties.add("server.tomcat.connection-timeout", () -> "60s");
  }

  @AfterAll
  static void stop() {
    SLOW.stop(0);
  }

  @Test
  void aThousandRequestsToASlowServiceHoldUpNobody() throws Exception {
    Backends.of("sale").stubFor(any(anyUrl()).willReturn(okJson("{}")));
    await("tokens can be checked")
        .atMost(Duration.ofSeconds(30))
        .until(() -> get("/sales", "Authorization", token).status() == 200);
    List<CompletableFuture<HttpResponse<String>>> held =
        IntStream.range(0, REQUESTS)
            .mapToObj(table -> HTTP.sendAsync(to("/orders/unpaids/" + table), asText()))
            .toList();
    boolean arrived = ARRIVED.await(60, TimeUnit.SECONDS);
    assertThat(held)
        .as("answered before all had arrived")
        .filteredOn(answer -> answer.isDone() && !arrived)
        .isEmpty();
    assertThat(arrived).as("all reach the service at once").isTrue();
    assertThat(held)
        .allSatisfy(
            answer -> assertThat(answer.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200));
  }

  private HttpRequest to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", token)
        .timeout(Duration.ofSeconds(90))
        .build();
  }

  private static HttpResponse.BodyHandler<String> asText() {
    return HttpResponse.BodyHandlers.ofString();
  }

  private static HttpServer slowService() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), REQUESTS);
      server.setExecutor(Thread::startVirtualThread);
      server.createContext(
          "/",
          exchange -> {
            ARRIVED.countDown();
            try {
              ARRIVED.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException stopping) {
              Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(200, 2);
            exchange
                .getResponseBody()
                .write("ok".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
