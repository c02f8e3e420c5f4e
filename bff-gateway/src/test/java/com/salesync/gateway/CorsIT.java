package com.salesync.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

@ServiceTest
class CorsIT extends AtTheGateway {

  private static final String WEB_CLIENT = "http://localhost:3000";

  CorsIT(@LocalServerPort int port) {
    super(port);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,authorization|x-csrf-token",
    "POST,authorization|content-type|x-csrf-token",
    "POST,authorization|content-type|idempotency-key|x-csrf-token",
    "PUT,authorization|content-type|if-match|x-csrf-token",
    "DELETE,authorization|x-csrf-token"
  })
  void answersThePreflightOfTheWebClient(String method, String headers) {
    String names = headers.replace('|', ',');
    Reply reply =
        send(
            HttpMethod.OPTIONS,
            "/orders/",
            "Origin",
            WEB_CLIENT,
            "Access-Control-Request-Method",
            method,
            "Access-Control-Request-Headers",
            names);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.all("Access-Control-Allow-Origin")).containsExactly(WEB_CLIENT);
    assertThat(reply.header("Access-Control-Allow-Methods")).contains(method);
    assertThat(reply.header("Access-Control-Allow-Headers").toLowerCase(Locale.ROOT).split(", ?"))
        .containsExactlyInAnyOrder(names.split(","));
    assertThat(reply.header("Access-Control-Allow-Credentials")).isNull();
    assertThat(Backends.requests("order")).as("preflights end at the gateway").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "null",
        "http://localhost:3000.evil.example",
        "http://localhost:30001",
        "https://localhost:3000",
        "http://localhost",
        "*"
      })
  void refusesOtherOrigins(String origin) {
    for (HttpMethod method : List.of(HttpMethod.OPTIONS, HttpMethod.POST)) {
      Reply reply =
          send(
              method,
              "/orders",
              "Origin",
              origin,
              "Access-Control-Request-Method",
              "POST",
              "Access-Control-Request-Headers",
              "authorization");
      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.all("Access-Control-Allow-Origin")).isEmpty();
      RoutingIT.assertProblem(reply, "ORIGIN_REFUSED");
    }
    assertThat(Backends.requests("order")).isEmpty();
  }

  @Test
  void sendsExactlyOneAllowOriginWhateverFails() {
    Backends.of("order")
        .stubFor(
            any(anyUrl())
                .willReturn(
                    aResponse()
                        .withStatus(409)
                        .withHeader("Access-Control-Allow-Origin", "*")
                        .withHeader("Access-Control-Allow-Credentials", "true")));
    for (String path : EVERY_KIND_OF_PATH) {
      Reply reply = get(path, "Origin", WEB_CLIENT);
      assertThat(reply.all("Access-Control-Allow-Origin")).as(path).containsExactly(WEB_CLIENT);
      assertThat(reply.all("Access-Control-Allow-Credentials")).as(path).isEmpty();
      assertThat(reply.header("Access-Control-Expose-Headers").toLowerCase(Locale.ROOT))
          .contains("etag", "x-request-id", "retry-after", "location");
      assertThat(String.join(",", reply.all("Vary"))).contains("Origin");
    }
  }

  @Test
  void allowsItsOwnPagesToAskItWhateverHostTheyName() {
    assertThat(fromPage("api.salesync.example", PUBLIC_URL).status()).isEqualTo(200);
    assertThat(fromPage("10.0.0.7:8080", PUBLIC_URL).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "https://evil.example"})
  void believesNoHostThatARequestNames(String origin) {
    Reply reply = fromPage("evil.example", origin);
    assertThat(reply.status()).isEqualTo(403);
    RoutingIT.assertProblem(reply, "ORIGIN_REFUSED");
    assertThat(Backends.requests("order")).isEmpty();
  }

  private Reply fromPage(String host, String origin) {
    return send(
        HttpMethod.POST,
        "/orders",
        "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8),
        "Host",
        host,
        "Origin",
        origin,
        "Content-Type",
        "application/json");
  }
}
