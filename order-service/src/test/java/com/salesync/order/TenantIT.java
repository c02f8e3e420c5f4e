package com.salesync.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import com.salesync.common.test.Endpoint;
import com.salesync.common.test.TenantContract;
import com.salesync.common.test.TestTokens;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A table number is the same number in every shop; an item id is not. */
@OrderServiceTest
class TenantIT extends TenantContract {

  private final RestTestClient client;

  TenantIT(
      RestTestClient client,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
    super(client, mappings);
    this.client = client;
  }

  @Override
  protected List<Endpoint> storeEndpoints(long owner) {
    long item = openOrder(owner);
    String range = "?start=2026-01-01&end=2026-12-31";
    return List.of(
        Endpoint.of(POST, "/orders", "/orders", Shop.order(4, item, 1), 400),
        Endpoint.of(PUT, "/orders", "/orders", Shop.order(4, item, 1), 400),
        Endpoint.of(DELETE, "/orders/{table_no}", "/orders/4", null, 200),
        Endpoint.of(GET, "/orders/unpaids", "/orders/unpaids", null, 200),
        Endpoint.of(GET, "/orders/unpaids/{table_no}", "/orders/unpaids/4", null, 200),
        Endpoint.of(GET, "/orders/daily", "/orders/daily?date=2026-03-01", null, 200),
        Endpoint.of(GET, "/orders/period", "/orders/period" + range, null, 200));
  }

  @Override
  protected List<Endpoint> internalEndpoints(long owner) {
    String range = "?start=2026-01-01&end=2026-12-31";
    return List.of(
        Endpoint.of(
            PUT,
            "/orders/paid",
            "/orders/paid",
            """
            {"table_no":4,"sale_id":1,"total_price":5000,"business_day":"2026-03-01",
             "requested_at":"2026-03-01T03:00:00Z"}
            """,
            404),
        Endpoint.of(
            PUT, "/internal/orders/voided", "/internal/orders/voided", "{\"sale_id\":1}", 404),
        Endpoint.of(
            GET, "/internal/orders/paid-by/{sale_id}", "/internal/orders/paid-by/1", null, 404),
        Endpoint.of(
            POST,
            "/internal/orders/day-totals",
            "/internal/orders/day-totals",
            dayTotals(owner),
            403),
        Endpoint.of(GET, "/internal/volumes", "/internal/volumes" + range, null, 200));
  }

  @Override
  protected List<Endpoint> operatorEndpoints() {
    return List.of(
        Endpoint.of(
            POST,
            "/internal/volumes/rebuild",
            "/internal/volumes/rebuild?store_id=1&start=2026-01-01&end=2026-01-02",
            null,
            403));
  }

  @Override
  protected void assertUntouched(long owner) {
    assertThat(
            Database.rows(
                "select table_no, status, total_price, version from orders where store_id = "
                    + owner))
        .containsExactly("4|OPEN|5000|1");
  }

  @Test
  void aStrangerSeesNothingOfTheOwner() throws SQLException {
    Shop owner = new Shop(client);
    Shop stranger = new Shop(client);
    owner.post(Shop.order(4, owner.offer("Soup", 5_000), 1)).hasStatus(200);
    owner.pay(4, 1, 5_000, "2026-03-01").hasStatus(200);
    openOrder(owner.id);

    assertThat(stranger.get("/orders/unpaids").at("/orders").size()).isZero();
    assertThat(stranger.unpaid(4).body()).hasToString("{\"carts\":[]}");
    assertThat(stranger.get("/orders/daily?date=2026-03-01").at("/orders").size()).isZero();
    assertThat(stranger.cancel(4).at("/orders").size()).isZero();
    assertThat(stranger.volumes("2026-01-01", "2026-12-31").at("/volumes").size()).isZero();
    stranger.pay(4, 2, 5_000, "2026-03-01").isProblem(404, "ORDER_NOT_FOUND");
    stranger.pay(4, 1, 5_000, "2026-03-01").isProblem(404, "ORDER_NOT_FOUND");
    stranger.voidSale(1).isProblem(404, "ORDER_NOT_FOUND");
    stranger
        .internal(HttpMethod.GET, "/internal/orders/paid-by/1", null)
        .isProblem(404, "ORDER_NOT_FOUND");
    assertThat(stranger.dayTotals("2026-03-01").number("/days/0/orders")).isZero();
    stranger
        .internal(HttpMethod.POST, "/internal/orders/day-totals", dayTotals(owner.id))
        .isProblem(403, "STORE_MISMATCH");
    stranger
        .internal(
            HttpMethod.POST,
            "/internal/orders/day-totals",
            "{\"days\":[],\"changed_since\":\"2026-03-01T00:00:00Z\"}")
        .isProblem(403, "STORE_MISMATCH");
    assertThat(owner.voidSale(1).text("/status")).isEqualTo("VOIDED");
  }

  @Test
  void theOperatorActsForNoStore() {
    client
        .get()
        .uri("/orders/unpaids")
        .header(HttpHeaders.AUTHORIZATION, TestTokens.operator())
        .exchange()
        .expectStatus()
        .isForbidden();
    client
        .get()
        .uri("/orders/unpaids")
        .header(HttpHeaders.AUTHORIZATION, TestTokens.internal("sale-service", 1))
        .exchange()
        .expectStatus()
        .isForbidden();
  }

  private static String dayTotals(long store) {
    return "{\"days\":[{\"store_id\":%d,\"business_day\":\"2026-03-01\"}]}".formatted(store);
  }

  /** One open order at table 4; returns the item on the owner's menu. */
  private static long openOrder(long owner) {
    long item = ItemServiceStub.get().offer(owner, "Soup", 5_000);
    try {
      Database.change(
          """
          with opened as (
            insert into orders (store_id, table_no, opened_at, business_day, total_price, version)
            values (%d, 4, now(), '2026-03-01', 5000, 1) returning store_id, id)
          insert into order_lines select store_id, id, 0, %d, 'Soup', 5000, 1 from opened
          """
              .formatted(owner, item));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return item;
  }
}
