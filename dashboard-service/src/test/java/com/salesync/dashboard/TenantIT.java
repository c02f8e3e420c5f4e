package com.salesync.dashboard;

import static com.salesync.common.test.Endpoint.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.POST;

import com.salesync.common.test.Endpoint;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TenantContract;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ServiceTest
class TenantIT extends TenantContract {

  private static final String RANGE = "?start=2026-01-01&end=2026-01-31";

  private final JdbcClient jdbc;

  TenantIT(
      RestTestClient client,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
      JdbcClient jdbc) {
    super(client, mappings);
    this.jdbc = jdbc;
  }

  @Override
  protected List<Endpoint> storeEndpoints(long owner) {
    Neighbours.reset();
    UUID request = UUID.randomUUID();
    jdbc.sql(
            """
            insert into consulting_results (store_id, req_id, state, answer, received_at)
            values (?, ?, 'completed', 'only for the owner', now())
            """)
        .params(owner, request)
        .update();
    String day = "{\"date\":\"2026-01-01\"}";
    return List.of(
        of(GET, "/dashboard/sales", "/dashboard/sales" + RANGE, null, 200),
        of(GET, "/dashboard/volumes", "/dashboard/volumes" + RANGE, null, 200),
        of(GET, "/dashboard/reconciliation", "/dashboard/reconciliation" + RANGE, null, 200),
        of(GET, "/dashboard/calculate", "/dashboard/calculate?date=2026-01-01", null, 200),
        of(HEAD, "/dashboard/calculate", "/dashboard/calculate?date=2026-01-01", null, 405),
        of(POST, "/dashboard/settlements", "/dashboard/settlements", day, 200),
        of(GET, "/dashboard/settlements", "/dashboard/settlements" + RANGE, null, 200),
        of(GET, "/dashboard/consulting/{req_id}", "/dashboard/consulting/" + request, null, 404),
        of(
            GET,
            "/dashboard/consulting/test/{req_id}",
            "/dashboard/consulting/test/" + request,
            null,
            404));
  }

  @Override
  protected List<Endpoint> internalEndpoints(long owner) {
    return List.of(
        of(POST, "/internal/erasure", "/internal/erasure", null, 403),
        of(GET, "/internal/figures", "/internal/figures" + RANGE, null, 403),
        of(GET, "/internal/figures/sold", "/internal/figures/sold" + RANGE, null, 403),
        of(GET, "/internal/reconciliation", "/internal/reconciliation" + RANGE, null, 403));
  }

  @Override
  protected void assertUntouched(long owner) {
    assertThat(
            jdbc.sql("select count(*) from settlements where store_id = ?")
                .param(owner)
                .query(Long.class)
                .single())
        .isZero();
  }
}
