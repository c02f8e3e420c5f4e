package com.salesync.dashboard;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.salesync.dashboard.Neighbours.BOOKS;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.Till;
import com.salesync.common.test.Till.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class CostRelayIT {

  private static final String COSTS = "/categories/items/costs";

  private final Till till;

  CostRelayIT(RestTestClient client) {
    this.till = Till.of(client);
  }

  @BeforeEach
  void reset() {
    Neighbours.reset();
  }

  @Test
  void handsBackTheCataloguesAnswersUnchanged() {
    String body = "{\"result\":\"success\",\"message\":\"원가 조회 성공\",\"items\":[]}";
    BOOKS.stubFor(
        get(urlEqualTo(COSTS))
            .withHeader("Authorization", equalTo(till.token()))
            .willReturn(okJson(body)));
    BOOKS.stubFor(put(urlEqualTo(COSTS + "/7")).willReturn(okJson("{\"item\":{}}")));

    assertThat(till.get("/dashboard/costs/").text()).isEqualTo(body);
    assertThat(till.put("/dashboard/costs/7", "{\"cost\":1}").text()).isEqualTo("{\"item\":{}}");
  }

  @Test
  void relaysWhichPageIsAskedFor() {
    String page = "{\"result\":\"success\",\"items\":[],\"next_cursor\":\"9\"}";
    BOOKS.stubFor(get(urlEqualTo(COSTS + "?limit=2&cursor=7")).willReturn(okJson(page)));
    BOOKS.stubFor(
        get(urlEqualTo(COSTS + "?limit=0"))
            .willReturn(aResponse().withStatus(400).withBody("{\"status\":400}")));

    assertThat(till.get("/dashboard/costs?limit=2&cursor=7").text()).isEqualTo(page);
    assertThat(till.get("/dashboard/costs?limit=0").status()).isEqualTo(400);
  }

  @Test
  void relaysBodyAndLanguageAsTheyCame() {
    BOOKS.stubFor(post(urlEqualTo(COSTS)).willReturn(okJson("{}")));
    String costs = "{\"items\":[{\"item_id\":1,\"cost\":null}]}";

    till.post("/dashboard/costs", costs, "Accept-Language", "en");

    BOOKS.verify(
        postRequestedFor(urlEqualTo(COSTS))
            .withHeader("Accept-Language", equalTo("en"))
            .withHeader("Authorization", equalTo(till.token()))
            .withRequestBody(equalTo(costs)));
  }

  @Test
  void handsBackRefusalsUnchanged() {
    String problem = "{\"code\":\"ITEM_NOT_FOUND\",\"status\":404}";
    BOOKS.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(404)
                    .withHeader("Content-Type", "application/problem+json")
                    .withBody(problem)));

    Answer answer = till.put("/dashboard/costs/7", "{\"cost\":1}");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).isEqualTo(problem);
    assertThat(answer.exchange().getResponseHeaders().getContentType())
        .hasToString("application/problem+json");
  }

  @Test
  void refusesAnotherStoresIdInTheBody() {
    String costs = "{\"store_id\":%d,\"items\":[]}";
    BOOKS.stubFor(post(urlEqualTo(COSTS)).willReturn(okJson("{}")));

    assertThat(till.post("/dashboard/costs", costs.formatted(till.storeId() + 1)).status())
        .isEqualTo(403);
    assertThat(till.post("/dashboard/costs", costs.formatted(till.storeId())).status())
        .isEqualTo(200);
  }

  @Test
  void leavesBadBodiesToTheCatalogueAndBadPathsToNobody() {
    BOOKS.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(400).withBody("{}")));

    assertThat(till.post("/dashboard/costs", "{").status()).isEqualTo(400);
    assertThat(till.post("/dashboard/costs", "").status()).isEqualTo(400);
    assertThat(till.put("/dashboard/costs/abc", "{}").status()).isEqualTo(400);
    assertThat(till.post("/dashboard/costs", "[" + " ".repeat(1_100_000) + "]").status())
        .isEqualTo(413);
  }

  @Test
  void saysUnavailableWhenTheCatalogueIsDown() {
    BOOKS.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

    assertThat(till.get("/dashboard/costs").status()).isEqualTo(503);
  }
}
