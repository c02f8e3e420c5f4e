package com.salesync.dashboard;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.salesync.dashboard.Neighbours.SERVICES;
import static com.salesync.dashboard.Neighbours.cost;
import static com.salesync.dashboard.Neighbours.costs;
import static com.salesync.dashboard.Neighbours.dayTotals;
import static com.salesync.dashboard.Neighbours.orders;
import static com.salesync.dashboard.Neighbours.volume;
import static com.salesync.dashboard.Neighbours.volumes;
import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import com.salesync.common.test.Till;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The figures as another service reads them, acting for a store. */
@ServiceTest
class FiguresIT {

  private static final String RANGE = "?start=2026-03-01&end=2026-03-03";

  private final Till service;

  FiguresIT(RestTestClient client) {
    long store = TestTokens.newStore();
    this.service = new Till(client, store, TestTokens.internal("consulting-service", store));
  }

  @BeforeEach
  void reset() {
    Neighbours.reset();
  }

  @Test
  void showsWhatItemsAndWeekdaysEarned() {
    volumes(
        volume("2026-03-02", 2, "콜라", 3, 6_000),
        volume("2026-03-01", 1, "피자", 2, 40_000),
        volume("2026-03-02", 3, "사라진 메뉴", 0, 0));
    costs(cost(1, "2026-02-01", 7_000));

    assertThat(service.get("/internal/figures" + RANGE).text())
        .isEqualTo(
            """
            {"start":"2026-03-01","end":"2026-03-03","revenue":46000,"profit":32000,"items":[\
            {"item_id":1,"name":"피자","quantity":2,"revenue":40000,"profit":26000,\
            "cost_known":true},\
            {"item_id":2,"name":"콜라","quantity":3,"revenue":6000,"profit":6000,\
            "cost_known":false}],\
            "weekdays":[{"weekday":"MONDAY","days":1,"revenue":6000},\
            {"weekday":"TUESDAY","days":1,"revenue":0},\
            {"weekday":"SUNDAY","days":1,"revenue":40000}]}\
            """);
    assertThat(SERVICES.getAllServeEvents()).hasSize(2);
  }

  @Test
  void saysWhetherAnythingWasSoldByOneQuestion() {
    assertThat(service.get("/internal/figures/sold" + RANGE).text()).isEqualTo("{\"sold\":false}");
    assertThat(SERVICES.getAllServeEvents()).hasSize(1);

    dayTotals("orders", orders(service.storeId(), "2026-03-02", 1, 0, 0, 1));
    assertThat(service.get("/internal/figures/sold" + RANGE).text()).isEqualTo("{\"sold\":true}");

    dayTotals("orders", orders(service.storeId(), "2026-03-02", 0, 0, 0, 0));
    assertThat(service.get("/internal/figures/sold" + RANGE).text()).isEqualTo("{\"sold\":false}");
  }

  @Test
  void saysUnavailableRatherThanEmptyWhenANeighbourIsDown() {
    SERVICES.stubFor(
        get(urlPathEqualTo("/internal/volumes")).willReturn(aResponse().withStatus(500)));
    assertThat(service.get("/internal/figures" + RANGE).status()).isEqualTo(503);
  }
}
