package com.salesync.dashboard;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.notContaining;
import static com.github.tomakehurst.wiremock.client.WireMock.notMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.salesync.dashboard.Neighbours.SERVICES;
import static com.salesync.dashboard.Neighbours.dayTotals;
import static com.salesync.dashboard.Neighbours.orders;
import static com.salesync.dashboard.Neighbours.sales;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import com.salesync.common.test.Till;
import com.salesync.common.test.Till.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class ReconciliationIT {

  private static final String URI = "/dashboard/reconciliation?start=2026-03-01&end=2026-03-02";

  private final RestTestClient client;
  private final Till till;

  ReconciliationIT(RestTestClient client) {
    this.client = client;
    this.till = Till.of(client);
  }

  @BeforeEach
  @AfterEach
  void reset() {
    Neighbours.reset();
  }

  @Test
  void showsThatTheRecordsAgree() {
    dayTotals("sales", sales(till.storeId(), "2026-03-01", 2, 50_000, 0, 7));
    dayTotals("orders", orders(till.storeId(), "2026-03-01", 2, 50_000, 50_000, 7));

    Answer answer = till.get(URI);

    assertThat(answer.text())
        .isEqualTo(
            """
            {"result":"success","message":"장부 대조 완료: 일치합니다.",\
            "start_date":"2026-03-01","end_date":"2026-03-02","difference":0,"open_payments":0,\
            "days":[{"date":"2026-03-01","sales_volume":50000,"paid_volume":50000,\
            "reported_volume":50000,"difference":0,"sales":2,"orders":2,"open_payments":0},\
            {"date":"2026-03-02","sales_volume":0,"paid_volume":0,"reported_volume":0,\
            "difference":0,"sales":0,"orders":0,"open_payments":0}]}\
            """);
  }

  @Test
  void showsWhatTheRecordsDifferBy() {
    dayTotals("sales", sales(till.storeId(), "2026-03-01", 2, 50_000, 1, 7));
    dayTotals(
        "orders",
        orders(till.storeId(), "2026-03-01", 3, 60_000, 0, 8),
        orders(till.storeId(), "2026-03-02", 0, 0, 5_000, 0));

    Answer answer = till.get(URI);

    assertThat(answer.number("$.difference")).isEqualTo(15_000);
    assertThat(answer.number("$.open_payments")).isEqualTo(1);
    assertThat(answer.number("$.days[0].difference")).isEqualTo(-10_000);
    assertThat(answer.number("$.days[1].difference")).isEqualTo(-5_000);
    assertThat(answer.<String>read("$.message")).contains("일치하지 않는");
  }

  @Test
  void showsTheOperatorWhoActsForTheStoreTheSame() {
    dayTotals("sales", sales(till.storeId(), "2026-03-01", 1, 7_000, 0, 7));
    Till operator =
        new Till(client, till.storeId(), TestTokens.internal("operator", till.storeId()));

    assertThat(
            operator.get(URI.replace("/dashboard/", "/internal/")).number("$.days[0].difference"))
        .isEqualTo(7_000);
    Till actingForNobody = new Till(client, 0, TestTokens.operator());
    assertThat(actingForNobody.get(URI.replace("/dashboard/", "/internal/")).status())
        .isEqualTo(403);
  }

  @Test
  void asksBothServicesOnceForTheDaysOfThisStoreAlone() {
    SERVICES.resetRequests();

    till.get("/dashboard/reconciliation?start=2026-01-01&end=2026-12-31");

    assertThat(SERVICES.getAllServeEvents()).hasSize(2);
    for (String records : List.of("sales", "orders")) {
      SERVICES.verify(
          1,
          postRequestedFor(urlEqualTo("/internal/" + records + "/day-totals"))
              .withRequestBody(matchingJsonPath("$.days.length()", equalTo("365")))
              .withRequestBody(notMatching(".*\"store_id\":(?!%d\\b).*".formatted(till.storeId())))
              .withRequestBody(notContaining("changed_since")));
    }
  }

  @Test
  void saysUnavailableWhileOneOfThemIsDown() {
    SERVICES.stubFor(
        post(urlPathEqualTo("/internal/orders/day-totals"))
            .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

    assertThat(till.get(URI).status()).isEqualTo(503);
  }
}
