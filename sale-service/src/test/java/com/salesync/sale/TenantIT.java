package com.salesync.sale;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.Endpoint;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TenantContract;
import com.salesync.common.test.TestTokens;
import com.salesync.sale.Till.Answer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ServiceTest
class TenantIT extends TenantContract {

  private final RestTestClient client;

  TenantIT(RestTestClient client, RequestMappingHandlerMapping requestMappingHandlerMapping) {
    super(client, requestMappingHandlerMapping);
    this.client = client;
  }

  @Override
  protected List<Endpoint> storeEndpoints(long owner) {
    OrderServiceFake.get().open(owner, 4, 12_000);
    long sale = new Till(client, owner).pay(4, 12_000).number("id");
    OrderServiceFake.get().open(owner, 5, 9_000);
    return List.of(
        Endpoint.of(
            HttpMethod.POST,
            "/sales",
            "/sales",
            "{\"table_no\":5,\"total_price\":9000,\"payment_type\":\"card\"}",
            200),
        Endpoint.of(HttpMethod.GET, "/sales", "/sales", null, 200),
        Endpoint.of(HttpMethod.DELETE, "/sales/{sale_id}", "/sales/" + sale, null, 200),
        Endpoint.of(HttpMethod.GET, "/sales/daily", "/sales/daily?date=2026-01-01", null, 200),
        Endpoint.of(
            HttpMethod.GET,
            "/sales/period",
            "/sales/period?start=2026-01-01&end=2026-01-31",
            null,
            200));
  }

  @Override
  protected List<Endpoint> internalEndpoints(long owner) {
    return List.of(
        Endpoint.of(
            HttpMethod.GET,
            "/internal/sales/daily-totals",
            "/internal/sales/daily-totals?start=2026-01-01&end=2026-01-31",
            null,
            200),
        Endpoint.of(
            HttpMethod.POST,
            "/internal/sales/day-totals",
            "/internal/sales/day-totals",
            "{\"days\":[{\"store_id\":%d,\"business_day\":\"2026-01-01\"}]}".formatted(owner),
            403));
  }

  @Override
  protected List<Endpoint> operatorEndpoints() {
    return List.of(
        Endpoint.of(
            HttpMethod.POST,
            "/internal/revenue/rebuild",
            "/internal/revenue/rebuild?store_id=1&start=2026-01-01&end=2026-01-02",
            null,
            403));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'days':[{'store_id':%1$d,'business_day':'2026-01-01'},"
            + "{'store_id':%2$d,'business_day':'2026-01-01'}]}",
        "{'days':[{'store_id':%1$d,'business_day':'2026-01-01'}],"
            + "'changed_since':'2026-01-01T00:00:00Z'}",
        "{'days':[],'changed_since':'2026-01-01T00:00:00Z'}"
      })
  void refusesTotalsOfOtherStoresToAServiceActingForOne(String question) {
    long store = TestTokens.newStore();
    Answer answer =
        new Till(client, store, TestTokens.internal("dashboard-service", store))
            .post(
                "/internal/sales/day-totals",
                question.replace('\'', '"').formatted(store, TestTokens.newStore()),
                null);
    assertThat(answer.status()).isEqualTo(403);
  }

  @Override
  protected void assertUntouched(long owner) {
    assertThat(SaleTable.count(owner, "COMPLETED")).isOne();
    assertThat(new Till(client, owner).revenueToday()).isEqualTo(12_000);
  }
}
