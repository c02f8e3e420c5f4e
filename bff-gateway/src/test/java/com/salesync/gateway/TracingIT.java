package com.salesync.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** A trace begins at the gateway and is the same wherever the request leads. */
@ServiceTest
class TracingIT extends AtTheGateway {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private final String token = TestTokens.bearer(TestTokens.newStore());

  TracingIT(@LocalServerPort int port) {
    super(port);
  }

  @Test
  void theTraceIsTheGatewaysNotTheClients() {
    get(
        "/orders/unpaids",
        "traceparent",
        "00-" + TRACE + "-00f067aa0ba902b7-01",
        "tracestate",
        "vendor=1",
        "baggage",
        "user=1",
        "b3",
        TRACE + "-00f067aa0ba902b7-1");

    LoggedRequest received = Backends.requests("order").getFirst();
    assertThat(trace(received)).hasSize(32).isNotEqualTo(TRACE);
    assertThat(Stream.of("tracestate", "baggage", "b3")).noneMatch(received::containsHeader);
  }

  @Test
  void aRefusalOfTheGatewayNamesItsTrace() {
    assertThat(traceId(get("/nowhere"))).hasSize(32);
    assertThat(traceId(get("/bff/costs"))).hasSize(32);
    assertThat(traceId(get("/orders", "Origin", "https://evil.example"))).hasSize(32);
  }

  @Test
  void aComposedAnswerIsOneTrace() {
    Backends.of("item")
        .stubFor(WireMock.get(urlPathEqualTo("/categories/items/costs")).willReturn(serverError()));

    Reply failure = get("/bff/costs", "Authorization", token);

    assertThat(failure.status()).isEqualTo(503);
    assertThat(traceId(failure)).isEqualTo(trace(Backends.requests("item").getFirst()));
  }

  @Test
  void aStreamAsksInTheTraceOfItsRequest() {
    Backends.of("consulting")
        .stubFor(
            WireMock.get(urlPathEqualTo("/consulting/r-1"))
                .willReturn(okJson("{\"result\":\"success\",\"req_id\":\"r-1\"}")));
    Backends.of("dashboard")
        .stubFor(
            WireMock.get(urlPathEqualTo("/dashboard/consulting/r-1"))
                .willReturn(okJson("{\"result\":\"success\",\"consulting\":\"Sell more.\"}")));

    assertThat(get("/bff/consulting/r-1/events", "Authorization", token).body())
        .contains("Sell more.");

    assertThat(trace(received("dashboard", "/dashboard/consulting/r-1")))
        .isEqualTo(trace(received("consulting", "/consulting/r-1")));
  }

  /** The stream of an earlier test may still ask for its own. */
  private static LoggedRequest received(String service, String path) {
    return Backends.requests(service).stream()
        .filter(request -> request.getUrl().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private static String trace(LoggedRequest request) {
    return Objects.requireNonNull(request.getHeader("traceparent")).split("-")[1];
  }

  private static String traceId(Reply failure) {
    return new JsonMapper().readTree(failure.body()).path("trace_id").asString();
  }
}
