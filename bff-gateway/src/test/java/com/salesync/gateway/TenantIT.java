package com.salesync.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

import com.salesync.common.test.Endpoint;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TenantContract;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the gateway composes itself; for what it routes, the services answer. */
@ServiceTest
class TenantIT extends TenantContract {

  TenantIT(
      RestTestClient client,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
    super(client, mappings);
  }

  @DynamicPropertySource
  static void backends(DynamicPropertyRegistry properties) {
    AtTheGateway.backends(properties);
  }

  @BeforeEach
  void answerAsForAStranger() {
    Backends.reset();
    Backends.of("item")
        .stubFor(
            any(urlPathMatching("/categories/items/costs"))
                .willReturn(okJson("{\"result\":\"success\",\"message\":\"\",\"items\":[]}")));
    Backends.of("consulting")
        .stubFor(
            any(urlPathMatching("/consulting/.*"))
                .willReturn(okJson("{\"result\":\"failed\",\"message\":\"컨설팅 요청 없음\"}")));
  }

  @Override
  protected List<Endpoint> storeEndpoints(long owner) {
    return List.of(
        Endpoint.of(HttpMethod.GET, "/bff/costs", "/bff/costs", null, 200),
        Endpoint.of(HttpMethod.POST, "/bff/costs", "/bff/costs", "{\"items\":[]}", 200),
        Endpoint.of(
            HttpMethod.GET,
            "/bff/consulting/{req_id}/events",
            "/bff/consulting/job-1/events",
            null,
            200));
  }

  @Override
  protected Set<String> publicEndpoints() {
    return Set.of(
        "GET /",
        "GET /style.css",
        "GET /health",
        "GET /docs",
        "GET /docs/assets/start.js",
        "GET /docs/assets/{file}",
        "GET /docs/api/{service}");
  }
}
