package com.salesync.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skyscreamer.jsonassert.JSONAssert;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

@ServiceTest
class CostsIT extends AtTheGateway {

  private final String token = TestTokens.bearer(TestTokens.newStore());

  CostsIT(@LocalServerPort int port) {
    super(port);
  }

  @Test
  void groupsEveryPageByCategory() throws Exception {
    Backends.of("item")
        .stubFor(
            WireMock.get(urlPathEqualTo("/categories/items/costs"))
                .withQueryParam("cursor", absent())
                .willReturn(
                    okJson(
                        """
                        {"result":"success","message":"원가 조회 성공","items":[
                         {"item_id":1,"name":"피자","category_id":2,"category_name":"식사","price":9000,"cost":3000},
                         {"item_id":2,"name":"콜라","category_id":1,"category_name":"음료","price":2000,"cost":null}],
                         "next_cursor":"2"}\
                        """)));
    Backends.of("item")
        .stubFor(
            WireMock.get(urlPathEqualTo("/categories/items/costs"))
                .withQueryParam("cursor", equalTo("2"))
                .willReturn(
                    okJson(
                        """
                        {"result":"success","message":"원가 조회 성공","items":[
                         {"item_id":3,"name":"파스타","category_id":2,"category_name":"식사","price":8000,"cost":0}]}\
                        """)));
    for (String path : new String[] {"/bff/costs", "/bff/costs/"}) {
      Reply reply = get(path, "Authorization", token);
      assertThat(reply.status()).isEqualTo(200);
      JSONAssert.assertEquals(
          """
          {"result":"success","message":"원가 조회 성공","items":[
            {"category_id":1,"category_name":"음료","items":[
              {"item_id":2,"name":"콜라","price":2000,"cost":null}]},
            {"category_id":2,"category_name":"식사","items":[
              {"item_id":1,"name":"피자","price":9000,"cost":3000},
              {"item_id":3,"name":"파스타","price":8000,"cost":0}]}]}\
          """,
          reply.body(),
          true);
    }
    assertThat(Backends.requests("item").getFirst().getHeader("Authorization")).isEqualTo(token);
  }

  @Test
  void sendsTheCostPageBackAsOneListOfCosts() throws Exception {
    String answer =
        """
        {"result":"success","message":"원가 등록 성공","items":[
          {"item_id":1,"name":"피자","category_id":2,"price":9000,"cost":3100},
          {"item_id":2,"name":"콜라","category_id":1,"price":2000,"cost":null}]}\
        """;
    Backends.of("item").stubFor(post("/categories/items/costs").willReturn(okJson(answer)));
    Reply reply =
        set(
            """
            {"items":[
              {"category_id":1,"category_name":"음료","items":[{"item_id":2,"name":"콜라","price":2000,"cost":null}]},
              {"category_id":2,"items":[{"item_id":"1","cost":"3100"}]}]}\
            """);
    assertThat(reply.status()).isEqualTo(200);
    JSONAssert.assertEquals(answer, reply.body(), true);
    LoggedRequest asked = Backends.requests("item").getFirst();
    JSONAssert.assertEquals(
        """
        {"items":[{"item_id":2,"cost":null},{"item_id":1,"cost":3100}]}\
        """,
        asked.getBodyAsString(),
        true);
    assertThat(asked.getHeader("Authorization")).isEqualTo(token);
  }

  @Test
  void passesOnWhyTheCatalogueRefuses() {
    String problem = "{\"status\":404,\"result\":\"failed\",\"code\":\"ITEM_NOT_FOUND\"}";
    Backends.of("item")
        .stubFor(
            post("/categories/items/costs")
                .willReturn(
                    aResponse()
                        .withStatus(404)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody(problem)));
    Reply reply = set("{\"items\":[{\"items\":[{\"item_id\":1,\"cost\":1}]}]}");
    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body()).isEqualTo(problem);
    assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "[]",
        "{}",
        "{\"items\":null}",
        "{\"items\":{}}",
        "{\"items\":[null]}",
        "{\"items\":[{}]}",
        "{\"items\":[{\"items\":[null]}]}",
        "{\"items\":[{\"items\":[{}]}]}",
        "{\"items\":[{\"items\":[{\"item_id\":null,\"cost\":1}]}]}",
        "{\"items\":[{\"items\":[{\"item_id\":1,\"cost\":-1}]}]}",
        "{\"items\":[{\"items\":[{\"item_id\":1,\"cost\":1.5}]}]}",
        "{\"items\":[{\"items\":[{\"item_id\":1,\"cost\":\"\"}]}]}",
        "{\"items\":[{\"items\":[{\"item_id\":1,\"cost\":1000000001}]}]}",
        "{\"items\":[{\"items\":[{\"item_id\":99999999999999999999,\"cost\":1}]}]}"
      })
  void refusesACostPageThatMakesNoSense(String body) {
    Reply reply = set(body);
    assertThat(reply.status()).as(reply.body()).isEqualTo(400);
    assertThat(reply.body()).contains("\"result\":\"failed\"");
    assertThat(Backends.requests("item")).isEmpty();
  }

  @Test
  void refusesAnotherStoresCostPageAndOtherContentTypes() {
    Reply foreign = set("{\"store_id\":1,\"items\":[]}");
    assertThat(foreign.status()).isEqualTo(403);
    Reply form =
        send(
            HttpMethod.POST,
            "/bff/costs",
            "a=1".getBytes(StandardCharsets.UTF_8),
            "Authorization",
            token,
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertThat(form.status()).isEqualTo(415);
  }

  @Test
  void asksForAnotherLogInWhereTheCatalogueRefusesTheToken() {
    Backends.of("item")
        .stubFor(
            any(anyUrl())
                .willReturn(
                    aResponse()
                        .withStatus(401)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{}")));
    for (Reply reply :
        List.of(
            get("/bff/costs", "Authorization", token),
            set("{\"items\":[{\"items\":[{\"item_id\":1,\"cost\":1}]}]}"))) {
      assertThat(reply.status()).isEqualTo(401);
      assertThat(reply.header("WWW-Authenticate")).isNotNull();
      RoutingIT.assertProblem(reply, "UNAUTHORIZED");
    }
  }

  /** A proxy's 401 does not say what became of a write. */
  @Test
  void doesNotKnowWhatBecameOfCostsWhoseRefusalIsInNobodysWords() {
    Backends.of("item").stubFor(any(anyUrl()).willReturn(aResponse().withStatus(401)));

    Reply reply = set("{\"items\":[{\"items\":[{\"item_id\":1,\"cost\":1}]}]}");

    assertThat(reply.status()).isEqualTo(504);
    RoutingIT.assertProblem(reply, "OUTCOME_UNKNOWN");
  }

  @Test
  void answers503WhileTheCatalogueIsDown() {
    Backends.of("item")
        .stubFor(
            WireMock.get(urlPathEqualTo("/categories/items/costs"))
                .willReturn(aResponse().withStatus(500)));
    Reply reply = get("/bff/costs", "Authorization", token);
    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.header("Retry-After")).isNotNull();
  }

  @Test
  void doesNotKnowWhetherCostsWereSetWhereTheAnswerIsLost() {
    Backends.of("item")
        .stubFor(
            post("/categories/items/costs")
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
    Reply reply = set("{\"items\":[{\"items\":[{\"item_id\":1,\"cost\":1}]}]}");
    assertThat(reply.status()).isEqualTo(504);
    assertThat(reply.header("Retry-After")).isNotNull();
    RoutingIT.assertProblem(reply, "OUTCOME_UNKNOWN");
  }

  private Reply set(String body) {
    return send(
        HttpMethod.POST,
        "/bff/costs",
        body.getBytes(StandardCharsets.UTF_8),
        "Authorization",
        token,
        "Content-Type",
        "application/json");
  }
}
