package com.salesync.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

/** The costs that the published client knows under the dashboard are the catalogue's. */
@ServiceTest
class RoutedCostsIT extends AtTheGateway {

  RoutedCostsIT(@LocalServerPort int port) {
    super(port);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /dashboard/costs?limit=2&cursor=7",
    "GET, /dashboard/costs/?limit=2&cursor=7",
    "HEAD, /dashboard/costs?limit=2&cursor=7",
    "POST, /dashboard/costs?limit=2&cursor=7",
    "POST, /dashboard/costs/?limit=2&cursor=7",
    "OPTIONS, /dashboard/costs?limit=2&cursor=7",
    "GET, /dashboard/%63osts?limit=2&cursor=7"
  })
  void asksTheCatalogueForCosts(HttpMethod method, String path) {
    Reply reply = send(method, path);

    assertThat(reply.status()).isEqualTo(200);
    LoggedRequest asked = Backends.requests("item").getFirst();
    assertThat(asked.getMethod().getName()).isEqualTo(method.name());
    assertThat(asked.getUrl()).isEqualTo("/categories/items/costs?limit=2&cursor=7");
    assertThat(Backends.requests("dashboard")).isEmpty();
  }

  @Test
  void passesCostsOnAsTheyCameAndTheAnswersUnchanged() {
    String problem = "{\"code\":\"ITEM_NOT_FOUND\",\"status\":404}";
    Backends.of("item")
        .stubFor(
            WireMock.put("/categories/items/costs/7")
                .willReturn(
                    aResponse()
                        .withStatus(404)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody(problem)));
    String token = TestTokens.bearer(1);
    String body = "{\"cost\":null,\"store_id\":1}";

    Reply reply =
        send(
            HttpMethod.PUT,
            "/dashboard/costs/7",
            body.getBytes(StandardCharsets.UTF_8),
            "Authorization",
            token,
            "Accept-Language",
            "en",
            "Content-Type",
            "application/json");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body()).isEqualTo(problem);
    assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    LoggedRequest asked = Backends.requests("item").getFirst();
    assertThat(asked.getBodyAsString()).isEqualTo(body);
    assertThat(asked.getHeader("Authorization")).isEqualTo(token);
    assertThat(asked.getHeader("Accept-Language")).isEqualTo("en");
  }

  @Test
  void saysUnavailableWhileTheCatalogueIsDown() {
    Backends.of("item")
        .stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

    Reply reply = get("/dashboard/costs");

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.header("Retry-After")).isNotNull();
    RoutingIT.assertProblem(reply, "NEIGHBOUR_UNAVAILABLE");
  }
}
