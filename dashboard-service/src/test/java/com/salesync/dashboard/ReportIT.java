package com.salesync.dashboard;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.salesync.dashboard.Neighbours.SERVICES;
import static com.salesync.dashboard.Neighbours.cost;
import static com.salesync.dashboard.Neighbours.costs;
import static com.salesync.dashboard.Neighbours.volume;
import static com.salesync.dashboard.Neighbours.volumes;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.Till;
import com.salesync.common.test.Till.Answer;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class ReportIT {

  private final Till till;

  ReportIT(RestTestClient client) {
    this.till = Till.of(client);
  }

  @BeforeEach
  void reset() {
    Neighbours.reset();
  }

  @Test
  void reportsItemsWithTheProfitOfEachDay() {
    volumes(
        volume("2026-03-01", 1, "피자", 2, 40_000),
        volume("2026-03-03", 1, "치즈 피자", 1, 22_000),
        volume("2026-03-02", 2, "콜라", 3, 6_000),
        volume("2026-03-02", 3, "사라진 메뉴", 0, 0));
    costs(cost(1, "2026-02-01", 7_000, "2026-03-03", 9_000), cost(2, "2026-03-02", "null"));

    Answer sales = till.get("/dashboard/sales/?start=2026-03-01&end=2026-03-03");

    assertThat(sales.status()).isEqualTo(200);
    assertThat(sales.text())
        .isEqualTo(
            """
            {"result":"success","message":"매출 조회 성공","start_date":"2026-03-01",\
            "end_date":"2026-03-03","sales_volume":68000,"items":[\
            {"item_id":1,"name":"치즈 피자","quantity":3,"sales_volume":62000,"profit":39000},\
            {"item_id":2,"name":"콜라","quantity":3,"sales_volume":6000,"profit":6000}]}\
            """);
  }

  @Test
  void reportsEveryDayAndZerosWhereNothingWasSold() {
    volumes(volume("2026-03-02", 1, "피자", 2, 40_000));
    costs(cost(1, "2026-03-10", 7_000));

    Answer volumes = till.get("/dashboard/volumes?start=2026-03-01&end=2026-03-03");

    assertThat(volumes.text())
        .isEqualTo(
            """
            {"result":"success","message":"기간별 매출 조회 성공","start_date":"2026-03-01",\
            "end_date":"2026-03-03","total":[\
            {"date":"2026-03-01","profit":0,"sales_volume":0},\
            {"date":"2026-03-02","profit":26000,"sales_volume":40000},\
            {"date":"2026-03-03","profit":0,"sales_volume":0}]}\
            """);
  }

  @Test
  void asksEachNeighbourOnceHoweverLongTheHistory() {
    sumOfGeneratedYear(20_000);
    assertThat(SERVICES.getAllServeEvents()).hasSize(2);
    SERVICES.verify(
        1,
        getRequestedFor(urlPathEqualTo("/internal/volumes"))
            .withHeader("Authorization", matching("Bearer .+")));
    SERVICES.verify(1, getRequestedFor(urlPathEqualTo("/internal/items/costs")));
  }

  /** Days times items rows, whatever the number of orders behind them. */
  private void sumOfGeneratedYear(int rows) {
    Random random = new Random(rows);
    LocalDate start = LocalDate.of(2025, 1, 1);
    long[] total = {0};
    volumes(
        IntStream.range(0, rows)
            .mapToObj(
                row -> {
                  long revenue = random.nextLong(1_000_000);
                  total[0] += revenue;
                  return volume(
                      start.plusDays(row % 366).toString(), row / 366 + 1, "품목", 1, revenue);
                })
            .toArray(String[]::new));
    Answer sales = till.get("/dashboard/sales?start=2025-01-01&end=2026-01-01");
    List<Map<String, Number>> items = sales.read("$.items");
    assertThat(sales.number("$.sales_volume")).isEqualTo(total[0]);
    assertThat(items.stream().mapToLong(item -> item.get("sales_volume").longValue()).sum())
        .isEqualTo(total[0]);
  }

  @Test
  void saysUnavailableRatherThanEmptyWhenANeighbourIsDown() {
    SERVICES.stubFor(
        get(urlPathEqualTo("/internal/items/costs"))
            .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

    Answer sales = till.get("/dashboard/sales?start=2026-03-01&end=2026-03-01");

    assertThat(sales.status()).isEqualTo(503);
    assertThat(sales.exchange().getResponseHeaders().getFirst("Retry-After")).isNotNull();
    assertThat(sales.<String>read("$.code")).isEqualTo("NEIGHBOUR_UNAVAILABLE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?start=2026-03-01",
        "?start=2026-03-01&end=",
        "?start=2026-03-02&end=2026-03-01",
        "?start=2026-02-30&end=2026-03-01",
        "?start=20260301&end=2026-03-01",
        "?start=2025-01-01&end=2026-01-02",
        "?start=0000-01-01&end=0000-01-01",
        "?start=%2B10000-01-01&end=%2B10000-01-01",
        "?start=어제&end=오늘"
      })
  void refusesBadRanges(String query) {
    for (String path :
        List.of(
            "/dashboard/sales",
            "/dashboard/volumes",
            "/dashboard/reconciliation",
            "/dashboard/settlements")) {
      Answer answer = till.get(path + query);
      assertThat(answer.status()).as(path + query).isEqualTo(400);
      assertThat(answer.<String>read("$.result")).isEqualTo("failed");
    }
  }
}
