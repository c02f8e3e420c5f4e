package com.salesync.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

@ServiceTest
class EdgeIT extends AtTheGateway {

  private static final String WEB_CLIENT = "http://localhost:3000";

  EdgeIT(@LocalServerPort int port) {
    super(port);
  }

  @Test
  void tellsServicesOnlyWhatItKnowsItself() {
    get(
        "/orders",
        "X-Forwarded-For",
        "203.0.113.7",
        "X-Forwarded-Host",
        "evil.example",
        "X-Forwarded-Proto",
        "https",
        "x-forwarded-prefix",
        "/x",
        "Forwarded",
        "for=203.0.113.7",
        "X-Real-IP",
        "203.0.113.7",
        "X-User-Id",
        "1",
        "X-Internal-Token",
        "let me in",
        "Authorization",
        "Bearer null",
        "X-CSRF-Token",
        "abc",
        "Idempotency-Key",
        "k-1",
        "If-Match",
        "\"3\"",
        "Accept-Language",
        "en",
        "Origin",
        WEB_CLIENT);
    LoggedRequest asked = Backends.requests("order").getFirst();
    assertThat(asked.header("X-Forwarded-For").values()).containsExactly("127.0.0.1");
    assertThat(asked.getAllHeaderKeys().stream().map(name -> name.toLowerCase(Locale.ROOT)))
        .contains("host", "authorization", "x-csrf-token", "idempotency-key", "if-match")
        .doesNotContain(
            "x-forwarded-host",
            "x-forwarded-proto",
            "x-forwarded-prefix",
            "x-forwarded-port",
            "forwarded",
            "x-real-ip",
            "x-user-id",
            "x-internal-token",
            "origin",
            "upgrade",
            "transfer-encoding");
    assertThat(asked.getHeader("Authorization")).isEqualTo("Bearer null");
    assertThat(asked.getHeader("Host")).doesNotContain("evil");
    assertThat(asked.getProtocol()).isEqualTo("HTTP/1.1");
  }

  @Test
  void handsTheRequestIdInAndOut() {
    Reply reply = get("/orders", "X-Request-Id", "till-7.42");
    assertThat(reply.all("X-Request-Id")).containsExactly("till-7.42");
    assertThat(Backends.requests("order").getFirst().getHeader("X-Request-Id"))
        .isEqualTo("till-7.42");
  }

  @Test
  void replacesARequestIdThatIsNone() {
    Backends.of("order")
        .stubFor(any(anyUrl()).willReturn(aResponse().withHeader("X-Request-Id", "from behind")));
    Reply reply = get("/orders", "X-Request-Id", "two words; and <more>");
    assertThat(reply.all("X-Request-Id")).hasSize(1);
    assertThat(reply.header("X-Request-Id"))
        .matches("[0-9a-f-]{36}")
        .isEqualTo(Backends.requests("order").getFirst().getHeader("X-Request-Id"));
  }

  @Test
  void saysEachSecurityHeaderOnce() {
    Backends.of("order")
        .stubFor(
            any(anyUrl())
                .willReturn(
                    aResponse()
                        .withHeader("X-Content-Type-Options", "nosniff")
                        .withHeader("X-Frame-Options", "SAMEORIGIN")
                        .withHeader("Strict-Transport-Security", "max-age=1")
                        .withHeader("Content-Security-Policy", "default-src *")
                        .withHeader("Cache-Control", "public, max-age=600")
                        .withHeader("Pragma", "cache")
                        .withHeader("Expires", "0")
                        .withHeader("Server", "something/1.0")
                        .withHeader("X-Powered-By", "something")));
    for (String path : EVERY_KIND_OF_PATH) {
      Reply reply = get(path);
      assertThat(reply.all("Strict-Transport-Security"))
          .as(path)
          .containsExactly("max-age=31536000; includeSubDomains");
      assertThat(reply.all("X-Content-Type-Options")).as(path).containsExactly("nosniff");
      assertThat(reply.all("X-Frame-Options")).as(path).containsExactly("DENY");
      assertThat(reply.all("Cache-Control")).as(path).containsExactly("no-store");
      assertThat(reply.all("Content-Security-Policy")).as(path).hasSize(1);
      assertThat(reply.header("Content-Security-Policy")).contains("default-src 'none'");
      assertThat(reply.names().stream().map(name -> name.toLowerCase(Locale.ROOT)))
          .as(path)
          .doesNotContain("server", "x-powered-by", "pragma", "expires");
    }
  }

  @Test
  void passesOnWhatClientsReadOfAnAnswer() {
    Backends.of("order")
        .stubFor(
            any(anyUrl())
                .willReturn(
                    aResponse()
                        .withStatus(201)
                        .withHeader("ETag", "\"7\"")
                        .withHeader("Location", "/orders/7")
                        .withHeader("Retry-After", "3")
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"한글\":\"피자\"}")));
    Reply reply = send(HttpMethod.POST, "/orders", "Authorization", TestTokens.bearer(5));
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.all("ETag")).containsExactly("\"7\"");
    assertThat(reply.all("Location")).containsExactly("/orders/7");
    assertThat(reply.all("Retry-After")).containsExactly("3");
    assertThat(reply.body()).isEqualTo("{\"한글\":\"피자\"}");
  }

  @Test
  void passesANotModifiedAndAMatchingTagAlike() {
    Backends.of("order")
        .stubFor(
            any(anyUrl())
                .willReturn(aResponse().withHeader("ETag", "\"7\"").withBody("the order")));
    for (int repeat = 0; repeat < 50; repeat++) {
      Reply reply = get("/orders/1", "If-None-Match", "\"7\"");
      assertThat(reply.status()).as("the service decides").isEqualTo(200);
      assertThat(reply.body()).isEqualTo("the order");
    }
  }
}
