package com.salesync.dashboard;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.salesync.dashboard.Neighbours.SERVICES;
import static com.salesync.dashboard.Neighbours.STORES;
import static com.salesync.dashboard.Neighbours.dayTotals;
import static com.salesync.dashboard.Neighbours.dayTotalsOf;
import static com.salesync.dashboard.Neighbours.orders;
import static com.salesync.dashboard.Neighbours.sales;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.jayway.jsonpath.JsonPath;
import com.salesync.common.invariant.InvariantMonitor;
import com.salesync.common.test.ServiceTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The running service compares the records of all stores by itself (invariant I1). */
@ServiceTest
class ReconcileChangesIT {

  private static final String DAY = "2026-11-26";

  private final InvariantMonitor monitor;
  private final MeterRegistry metrics;
  private final JdbcClient jdbc;

  ReconcileChangesIT(InvariantMonitor monitor, MeterRegistry metrics, JdbcClient jdbc) {
    this.monitor = monitor;
    this.metrics = metrics;
    this.jdbc = jdbc;
  }

  @BeforeEach
  @AfterEach
  void findNothing() {
    Neighbours.reset();
    monitor.look();
    SERVICES.resetRequests();
    STORES.resetRequests();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 30000, 30000, 77, a sale without its order",
    "2, 40000, 40000, 77, an amount that differs",
    "2, 50000, 45000, 77, a roll-up that is behind",
    "2, 50000, 50000, 76, amounts of two sales exchanged"
  })
  void findsRecordsThatDifferUntilTheyAreMended(
      long orders, long total, long reported, long checksum, String why) {
    dayTotals("sales", sales(5, DAY, 2, 50_000, 0, 77));
    dayTotals("orders", orders(5, DAY, orders, total, reported, checksum));
    monitor.look();
    assertThat(findings()).as(why).containsExactly("5 " + DAY);

    dayTotals("orders", orders(5, DAY, 2, 50_000, 50_000, 77));
    monitor.look();
    assertThat(findings()).isEmpty();
  }

  @Test
  void asksTheOtherServiceForADayThatOneAloneHasChanged() {
    dayTotals("orders", orders(5, DAY, 1, 9_000, 9_000, 3));
    SERVICES.stubFor(
        dayTotalsOf("sales", sales(5, DAY, 1, 9_000, 0, 3))
            .withRequestBody(matchingJsonPath("$.days[0].business_day", WireMock.equalTo(DAY))));
    monitor.look();
    assertThat(findings()).isEmpty();

    dayTotals("sales");
    monitor.look();
    assertThat(findings()).containsExactly("5 " + DAY);
  }

  @Test
  void asksForWhatChangedSinceTheLastLookLessTheMarginAndForWhatStands() {
    dayTotals("orders", orders(5, DAY, 1, 9_000, 9_000, 3));
    monitor.look();
    SERVICES.resetRequests();

    Instant before = Instant.now();
    monitor.look();

    String question = asked("sales").getFirst();
    assertThat(Instant.parse(JsonPath.<String>read(question, "$.changed_since")))
        .isBetween(before.minus(12, ChronoUnit.MINUTES), before.minus(10, ChronoUnit.MINUTES));
    assertThat(JsonPath.<List<Map<String, Object>>>read(question, "$.days"))
        .containsExactly(Map.of("store_id", 5, "business_day", DAY));
    assertThat(asked("orders").getFirst()).isEqualTo(question);
  }

  @Test
  void findsNothingWhileAPaymentIsUnderWay() {
    dayTotals("sales", sales(5, DAY, 1, 20_000, 1, 1));
    dayTotals("orders", orders(5, DAY, 2, 50_000, 50_000, 2));
    monitor.look();
    assertThat(findings()).isEmpty();
  }

  @Test
  void findsNothingInSalesThatHappenBetweenTheQuestions() {
    dayTotals("sales", sales(5, DAY, 7, 70_000, 0, 700));
    SERVICES.stubFor(
        dayTotalsOf("orders", orders(5, DAY, 8, 80_000, 80_000, 811))
            .inScenario("busy")
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("another sale"));
    SERVICES.stubFor(
        dayTotalsOf("orders", orders(5, DAY, 8, 80_000, 80_000, 812))
            .inScenario("busy")
            .whenScenarioStateIs("another sale"));
    monitor.look();
    assertThat(findings()).isEmpty();
  }

  @Test
  void asksForAThousandDaysAtOnce() {
    dayTotals(
        "orders",
        IntStream.rangeClosed(1, 2500)
            .mapToObj(store -> orders(store, DAY, 1, 9_000, 9_000, 1))
            .toArray(String[]::new));
    monitor.look();
    assertThat(findings()).hasSize(2500);
    SERVICES.resetRequests();

    monitor.look();

    for (String records : List.of("sales", "orders")) {
      assertThat(
              asked(records).stream().map(body -> JsonPath.<Integer>read(body, "$.days.length()")))
          .containsExactly(1000, 1000, 500, 1000, 1000, 500);
      assertThat(asked(records).stream().filter(body -> body.contains("changed_since"))).hasSize(1);
    }
  }

  @Test
  void keepsWhatItFoundAndGrowsOlderWhileAServiceIsDown() {
    dayTotals("orders", orders(5, DAY, 1, 9_000, 9_000, 1));
    monitor.look();
    jdbc.sql("update invariant_looks set looked_at = looked_at - interval '1 hour'").update();
    SERVICES.stubFor(
        post(urlPathEqualTo("/internal/sales/day-totals")).willReturn(aResponse().withStatus(503)));

    monitor.look();

    assertThat(findings()).containsExactly("5 " + DAY);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () -> {
              assertThat(gauge("salesync.invariant.findings")).isEqualTo(1);
              assertThat(gauge("salesync.invariant.age")).isGreaterThan(3_600);
            });
  }

  /** What nobody lists cannot be missed: a store just closed is looked at like any other. */
  @Test
  void neverAsksWhichStoresThereAre() {
    dayTotals("sales", sales(5, DAY, 1, 9_000, 0, 1));
    monitor.look();
    assertThat(findings()).containsExactly("5 " + DAY);
    assertThat(STORES.findAll(WireMock.anyRequestedFor(urlPathEqualTo("/stores/all")))).isEmpty();
  }

  @Test
  void sendsAndKeepsNothingButIdsAndDays() {
    dayTotals("orders", orders(5, DAY, 1, 9_000, 9_000, 1));
    monitor.look();
    monitor.look();

    for (String records : List.of("sales", "orders")) {
      for (String question : asked(records)) {
        assertThat(JsonPath.<Map<String, Object>>read(question, "$").keySet())
            .isSubsetOf("days", "changed_since");
        assertThat(JsonPath.<List<Map<String, Object>>>read(question, "$.days"))
            .allSatisfy(
                day -> assertThat(day.keySet()).isEqualTo(Set.of("store_id", "business_day")));
      }
    }
    assertThat(findings()).containsExactly("5 " + LocalDate.parse(DAY));
    SERVICES.verify(0, WireMock.getRequestedFor(anyUrl()));
  }

  private List<String> findings() {
    return jdbc.sql(
            "select store_id || ' ' || subject from invariant_findings where invariant = 'I1'")
        .query(String.class)
        .list();
  }

  /** What a service was asked, first question first. */
  private static List<String> asked(String records) {
    return SERVICES.getAllServeEvents().reversed().stream()
        .filter(event -> event.getRequest().getUrl().equals("/internal/" + records + "/day-totals"))
        .map(event -> event.getRequest().getBodyAsString())
        .toList();
  }

  private double gauge(String name) {
    return metrics.get(name).tag("invariant", "I1").gauge().value();
  }
}
