package com.salesync.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.salesync.common.test.ServiceTest;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skyscreamer.jsonassert.JSONAssert;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class PagesIT extends AtTheGateway {

  private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"(/[^\"{]*)\"");

  PagesIT(@LocalServerPort int port) {
    super(port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/docs", "/docs/"})
  void servesPagesWhoseEveryReferenceExists(String path) {
    Backends.of("order").stubFor(WireMock.get("/v3/api-docs").willReturn(okJson("{\"paths\":{}}")));
    Reply page = get(path);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
    assertThat(REFERENCE.matcher(page.body()).results().map(MatchResult::group)).isNotEmpty();
    REFERENCE
        .matcher(page.body())
        .results()
        .map(match -> match.group(1))
        .forEach(reference -> assertThat(get(reference).status()).as(reference).isEqualTo(200));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/docs"})
  void servesPagesThatObeyTheirOwnPolicy(String path) {
    Reply page = get(path);
    assertThat(page.header("Content-Security-Policy"))
        .contains("script-src 'self';", "default-src 'none'")
        .doesNotContain("unsafe-eval");
    assertThat(page.body())
        .as("no inline script, handler or foreign file")
        .doesNotContainPattern("<script(?! src=\"/)")
        .doesNotContainPattern("\\son[a-z]+=")
        .doesNotContainPattern("(src|href)=\"(https?:)?//");
  }

  @Test
  void explainsItselfInKoreanAndEnglish() {
    assertThat(get("/").body()).contains("시작하기", "How to start", "/docs", "/health");
  }

  @Test
  void letsBrowsersKeepAssetsButNoAnswers() {
    assertThat(get("/docs/assets/swagger-ui.css").header("Cache-Control")).contains("max-age");
    assertThat(get("/docs/assets/swagger-ui.css").header("Content-Type")).startsWith("text/css");
    assertThat(get("/docs/assets/swagger-ui-bundle.js").header("Content-Type"))
        .startsWith("text/javascript");
    assertThat(get("/health").header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void describesAServiceAsTheGatewayRoutesIt() throws Exception {
    Backends.of("order")
        .stubFor(
            WireMock.get("/v3/api-docs")
                .willReturn(
                    okJson(
                        """
                        {"openapi":"3.1.0","info":{"title":"order-service"},
                         "servers":[{"url":"http://service-order:8080"}],
                         "paths":{"/orders":{"get":{}},"/orders/paid":{"put":{}},"/internal/volumes":{"get":{}}}}\
                        """)));
    Reply reply = get("/docs/api/order");
    assertThat(reply.status()).isEqualTo(200);
    JSONAssert.assertEquals(
        """
        {"openapi":"3.1.0","info":{"title":"order-service"},"servers":[{"url":"https://api.salesync.example"}],
         "paths":{"/orders":{"get":{}}}}\
        """,
        reply.body(),
        true);
  }

  @Test
  void showsAServiceThatIsDownAsSuch() {
    Backends.of("sale").stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));
    Reply reply = get("/docs/api/sale");
    assertThat(reply.status()).isEqualTo(503);
    RoutingIT.assertProblem(reply, "NEIGHBOUR_UNAVAILABLE");
    assertThat(get("/docs/api/nobody").status()).isEqualTo(404);
  }

  @Test
  void describesItself() {
    assertThat(get("/docs/api/gateway").body())
        .contains("/bff/costs", "/bff/consulting", "/dashboard/costs/{item_id}");
  }

  @Test
  void namesItsPublicUrlWhateverHostIsAsked() {
    for (String path : List.of("/docs/api/gateway", "/docs/api/gateway", "/docs/api/order")) {
      assertThat(get(path, "Host", "evil.example").body())
          .as(path)
          .contains("\"servers\":[{\"url\":\"" + PUBLIC_URL + "\"}]")
          .doesNotContain("evil");
    }
  }

  @Test
  void tellsWhichServicesAreReady() {
    Backends.of("consulting").stubFor(any(anyUrl()).willReturn(aResponse().withStatus(401)));
    Backends.of("consulting").stubFor(WireMock.get("/readyz").willReturn(okJson("{}")));
    Backends.of("order").stubFor(any(anyUrl()).willReturn(aResponse().withStatus(401)));
    Backends.of("order").stubFor(WireMock.get("/readyz").willReturn(aResponse().withStatus(503)));
    Backends.of("item").stubFor(WireMock.get("/readyz").willReturn(aResponse().withStatus(404)));
    Backends.of("sale")
        .stubFor(WireMock.get("/readyz").willReturn(okJson("{}").withFixedDelay(1500)));
    Backends.of("dashboard")
        .stubFor(WireMock.get("/readyz").willReturn(okJson("{}").withFixedDelay(8000)));
    await()
        .untilAsserted(
            () ->
                JSONAssert.assertEquals(
                    """
                    {"status":"degraded","gateway":"up","services":{"store":"up","item":"down",
                     "order":"down","sale":"up","dashboard":"silent","consulting":"up"}}\
                    """,
                    get("/health").body(),
                    true));
    Backends.reset();
    await().untilAsserted(() -> assertThat(get("/health").body()).contains("\"status\":\"up\""));
  }
}
