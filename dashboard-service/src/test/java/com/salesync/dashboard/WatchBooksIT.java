package com.salesync.dashboard;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.salesync.dashboard.Neighbours.BOOKS;
import static com.salesync.dashboard.Neighbours.STORES;
import static com.salesync.dashboard.Neighbours.dayBooks;
import static com.salesync.dashboard.Neighbours.dayBooksOf;
import static com.salesync.dashboard.Neighbours.paid;
import static com.salesync.dashboard.Neighbours.taken;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.jayway.jsonpath.JsonPath;
import com.salesync.common.test.ServiceTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** The running service compares the books of all stores by itself (invariant I1). */
@ServiceTest
class WatchBooksIT {

  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
  private static final String DAY = TODAY.toString();

  private final MeterRegistry metrics;
  private final ScheduledTaskHolder schedule;

  WatchBooksIT(MeterRegistry metrics, ScheduledTaskHolder scheduledAnnotationBeanPostProcessor) {
    this.metrics = metrics;
    this.schedule = scheduledAnnotationBeanPostProcessor;
  }

  @BeforeEach
  void oneStore() {
    Neighbours.reset();
    stores(null, 5, 5, null);
  }

  @AfterEach
  void findNothingAnyMore() {
    Neighbours.reset();
    look();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 30000, 30000, 77, 20000, a sale without its order",
    "2, 40000, 40000, 77, 10000, an amount that differs",
    "2, 50000, 45000, 77, 5000, a roll-up that is behind",
    "2, 50000, 50000, 76, 0, amounts of two sales exchanged"
  })
  void seesBooksThatDiffer(
      long orders, long total, long reported, long checksum, long difference, String why) {
    dayBooks("sales", taken(5, DAY, 2, 50_000, 0, 77));
    dayBooks("orders", paid(5, DAY, orders, total, reported, checksum));

    look();

    assertThat(gauge("salesync.reconciliation.difference")).as(why).isEqualTo(difference);
    assertThat(gauge("salesync.reconciliation.stores.off")).isEqualTo(1);
    assertThat(violations()).isEqualTo(1);

    dayBooks("orders", paid(5, DAY, 2, 50_000, 50_000, 77));
    look();

    assertThat(gauge("salesync.reconciliation.difference")).isZero();
    assertThat(violations()).isZero();
  }

  @Test
  void seesADayThatOneBookAloneKnows() {
    dayBooks("orders", paid(5, DAY, 1, 9_000, 9_000, 1));

    look();

    assertThat(gauge("salesync.reconciliation.difference")).isEqualTo(9_000);
  }

  @Test
  void doesNotRaiseAnAlarmWhileAPaymentIsUnderWay() {
    dayBooks("sales", taken(5, DAY, 1, 20_000, 1, 1));
    dayBooks("orders", paid(5, DAY, 2, 50_000, 50_000, 2));

    look();

    assertThat(gauge("salesync.reconciliation.open.payments")).isEqualTo(1);
    assertThat(gauge("salesync.reconciliation.stores.off")).isZero();
  }

  @Test
  void doesNotRaiseAnAlarmForSalesThatHappenBetweenTheQuestions() {
    dayBooks("sales", taken(5, DAY, 7, 70_000, 0, 700));
    BOOKS.stubFor(
        dayBooksOf("orders", paid(5, DAY, 8, 80_000, 80_000, 811))
            .inScenario("busy")
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("another sale"));
    BOOKS.stubFor(
        dayBooksOf("orders", paid(5, DAY, 8, 80_000, 80_000, 812))
            .inScenario("busy")
            .whenScenarioStateIs("another sale"));

    look();

    assertThat(violations()).isZero();
  }

  @Test
  void asksForAThousandStoresAtOnce() {
    stores(null, 1, 1000, "1000");
    stores("1000", 1001, 2000, "2000");
    stores("2000", 2001, 2500, null);
    BOOKS.stubFor(
        dayBooksOf("orders", paid(2500, DAY, 1, 9_000, 9_000, 1))
            .withRequestBody(containing("2500")));
    BOOKS.resetRequests();

    look();

    assertThat(asked("sales")).containsExactlyInAnyOrder(1000, 1000, 500, 1);
    assertThat(asked("orders")).containsExactlyInAnyOrderElementsOf(asked("sales"));
    assertThat(violations()).isEqualTo(1);
  }

  @Test
  void keepsWhatItKnowsWhileABookIsShut() {
    dayBooks("orders", paid(5, DAY, 1, 9_000, 9_000, 1));
    look();
    BOOKS.stubFor(
        post(urlPathEqualTo("/internal/sales/day-books")).willReturn(aResponse().withStatus(503)));

    look();

    assertThat(violations()).isEqualTo(1);
  }

  private static void stores(
      @Nullable String cursor, long first, long last, @Nullable String next) {
    String ids =
        LongStream.rangeClosed(first, last)
            .mapToObj(id -> "{\"id\":" + id + ",\"username\":\"x\"}")
            .collect(Collectors.joining(","));
    STORES.stubFor(
        get(urlPathEqualTo("/stores/all"))
            .withQueryParam("cursor", cursor == null ? absent() : equalTo(cursor))
            .willReturn(
                okJson(
                    "{\"stores\":[%s],\"next_cursor\":%s}"
                        .formatted(ids, next == null ? null : "\"" + next + "\""))));
  }

  /** How many stores each question was about. */
  private static List<Integer> asked(String books) {
    return BOOKS.getAllServeEvents().stream()
        .filter(event -> event.getRequest().getUrl().equals("/internal/" + books + "/day-books"))
        .map(
            event ->
                JsonPath.<Integer>read(
                    event.getRequest().getBodyAsString(), "$.store_ids.length()"))
        .toList();
  }

  /** Runs the scheduled look now. */
  private void look() {
    schedule.getScheduledTasks().stream()
        .filter(task -> task.toString().contains("WatchBooks"))
        .forEach(task -> task.getTask().getRunnable().run());
  }

  private double violations() {
    return metrics.get("salesync.invariant.violations").tag("invariant", "I1").gauge().value();
  }

  private double gauge(String name) {
    return metrics.get(name).gauge().value();
  }
}
