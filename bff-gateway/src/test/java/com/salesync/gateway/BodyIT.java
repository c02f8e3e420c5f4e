package com.salesync.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

@ServiceTest
class BodyIT extends AtTheGateway {

  BodyIT(@LocalServerPort int port) {
    super(port);
  }

  @Test
  void refusesABodyThatSaysItIsTooLarge() {
    byte[] large = new byte[1024 * 1024 + 1];
    Reply reply = send(HttpMethod.POST, "/orders", large, "Origin", "http://localhost:3000");
    assertThat(reply.status()).isEqualTo(413);
    assertThat(reply.all("Access-Control-Allow-Origin")).hasSize(1);
    RoutingIT.assertProblem(reply, "CONTENT_TOO_LARGE");
    assertThat(Backends.requests("order")).isEmpty();
  }

  @Test
  void refusesABodyThatGrowsTooLarge() throws Exception {
    HttpRequest streamed =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/orders"))
            .POST(
                HttpRequest.BodyPublishers.ofInputStream(
                    () -> new java.io.ByteArrayInputStream(new byte[1024 * 1024 + 100_000])))
            .build();
    HttpResponse<String> answer = HTTP.send(streamed, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("CONTENT_TOO_LARGE");
  }

  @Test
  void passesABodyUpToTheLimitUnchanged() {
    byte[] large = "ab".repeat(512 * 1024).getBytes(StandardCharsets.UTF_8);
    assertThat(send(HttpMethod.POST, "/orders", large).status()).isEqualTo(200);
    assertThat(Backends.requests("order").getFirst().getBody()).isEqualTo(large);
  }

  @Test
  void passesFormsAndTheirQueryUnread() {
    byte[] form = "a=1&store_id=9&b=%ED%94%BC".getBytes(StandardCharsets.UTF_8);
    send(HttpMethod.POST, "/orders?c=3", form, "Content-Type", "application/x-www-form-urlencoded");
    assertThat(Backends.requests("order").getFirst().getUrl()).isEqualTo("/orders?c=3");
    assertThat(Backends.requests("order").getFirst().getBody()).isEqualTo(form);
  }

  @ParameterizedTest
  @CsvSource({
    "/orders, */*",
    "/orders, application/*",
    "/orders, nonsense",
    "/bff/costs, */*",
    "/bff/costs, application/*",
    "/bff/costs, nonsense"
  })
  void refusesAContentTypeThatSaysNothing(String path, String type) {
    Reply reply =
        send(
            HttpMethod.POST,
            path,
            "{}".getBytes(StandardCharsets.UTF_8),
            "Authorization",
            TestTokens.bearer(TestTokens.newStore()),
            "Content-Type",
            type);
    assertThat(reply.status()).isEqualTo(415);
    RoutingIT.assertProblem(reply, "UNSUPPORTED_MEDIA_TYPE");
    assertThat(Backends.requests("order")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "nonsense", "text/event-stream; q"})
  void passesAnAnswerOnWhateverItSaysOfItsType(String type) {
    Backends.of("order")
        .stubFor(
            any(anyUrl())
                .willReturn(aResponse().withHeader("Content-Type", type).withBody("answer")));
    Reply reply = get("/orders/unpaids");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo("answer");
  }

  @Test
  void passesSmallAndChunkedBodiesUnchanged() throws Exception {
    for (int length : new int[] {1, 32 * 1024 - 1, 32 * 1024, 32 * 1024 + 1, 100_000}) {
      Backends.reset();
      byte[] body = "x".repeat(length).getBytes(StandardCharsets.UTF_8);
      assertThat(send(HttpMethod.POST, "/orders", body).status()).isEqualTo(200);
      HttpRequest chunked =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/orders"))
              .POST(
                  HttpRequest.BodyPublishers.ofInputStream(
                      () -> new java.io.ByteArrayInputStream(body)))
              .build();
      assertThat(HTTP.send(chunked, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
      assertThat(Backends.requests("order"))
          .hasSize(2)
          .allSatisfy(request -> assertThat(request.getBody()).isEqualTo(body));
    }
  }
}
