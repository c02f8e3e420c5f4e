package com.salesync.consulting;

import static com.salesync.common.test.Endpoint.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;

import com.salesync.common.test.Endpoint;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TenantContract;
import com.salesync.common.test.TestTokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ServiceTest
class TenantIT extends TenantContract {

  private static final String RANGE = "?start=2026-03-01&end=2026-03-03";

  private final RestTestClient client;

  TenantIT(
      RestTestClient client,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
    super(client, mappings);
    this.client = client;
  }

  /** A foreign request is answered 200 "unknown", as {@link #foreignRequestsAreUnknown} shows. */
  @Override
  protected List<Endpoint> storeEndpoints(long owner) {
    Neighbours.reset();
    String request = new Owner(client, owner, TestTokens.bearer(owner)).ask();
    return List.of(
        of(GET, "/consulting", "/consulting" + RANGE, null, 200),
        of(POST, "/consulting", "/consulting/" + RANGE, null, 200),
        of(GET, "/consulting/test", "/consulting/test" + RANGE, null, 200),
        of(POST, "/consulting/test", "/consulting/test" + RANGE, null, 200),
        of(HEAD, "/consulting", "/consulting" + RANGE, null, 405),
        of(HEAD, "/consulting/test", "/consulting/test" + RANGE, null, 405),
        of(GET, "/consulting/{req_id}", "/consulting/" + request, null, 200),
        of(GET, "/consulting/test/{req_id}", "/consulting/test/" + request, null, 200));
  }

  @Override
  protected List<Endpoint> internalEndpoints(long owner) {
    return List.of(of(POST, "/internal/erasure", "/internal/erasure", null, 403));
  }

  @Test
  void foreignRequestsAreUnknown() {
    Neighbours.reset();
    Owner owner = Owner.ofNewShop(client);
    String request = owner.ask();
    Owner stranger = Owner.ofNewShop(client);

    assertThat(stranger.get("/consulting/" + request).text())
        .isEqualTo("{\"result\":\"failed\",\"message\":\"컨설팅 요청 없음\"}")
        .isEqualTo(stranger.get("/consulting/test/11111111-2222-3333-4444-555555555555").text())
        .isEqualTo(stranger.get("/consulting/nonsense").text());
    assertThat(owner.get("/consulting/" + request).text()).doesNotContain("컨설팅 요청 없음");
  }
}
