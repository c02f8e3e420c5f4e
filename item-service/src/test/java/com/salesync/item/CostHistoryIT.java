package com.salesync.item;

import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.SettableClock;
import com.salesync.common.test.TestTokens;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Days pass by a clock the test sets; the store is in Seoul. */
@ServiceTest
@Import(TestClock.class)
class CostHistoryIT {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  private final SettableClock clock;
  private final Shop shop;
  private final long cheese;

  CostHistoryIT(RestTestClient client, SettableClock clock) {
    this.clock = clock;
    clock.set(noon(MONDAY));
    long id = TestTokens.newStore();
    this.shop = Shop.withToken(client, id, () -> TestTokens.bearer(id, clock.instant()));
    this.cheese = shop.addItem(shop.addCategory("피자"), "치즈", 18_000);
  }

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void keepsYesterdaysCostWhenTodaysChanges() {
    shop.setCost(cheese, 5_000);
    clock.set(noon(MONDAY.plusDays(3)));
    shop.setCost(cheese, 6_000);

    assertHistory(
        MONDAY,
        MONDAY.plusDays(10),
        """
        {"effective_day":"2026-11-23","cost":5000},{"effective_day":"2026-11-26","cost":6000}
        """);
    shop.get("/categories/items")
        .expectBody()
        .jsonPath("$.categories[0].items[0].cost")
        .isEqualTo(6000);
  }

  @Test
  void leavesThePastAloneWhenThePriceChangesOrTheItemGoes() {
    shop.setCost(cheese, 5_000);
    clock.set(noon(MONDAY.plusDays(1)));
    shop.put("/categories/items/" + cheese, "{\"name\":\"치즈\",\"price\":1}");
    shop.delete("/categories/items/" + cheese).expectStatus().isOk();

    assertHistory(MONDAY, MONDAY, "{\"effective_day\":\"2026-11-23\",\"cost\":5000}");
  }

  @Test
  void keepsTheLastCostOfADay() {
    shop.setCost(cheese, 5_000);
    shop.setCost(cheese, 5_500);

    assertHistory(MONDAY, MONDAY, "{\"effective_day\":\"2026-11-23\",\"cost\":5500}");
  }

  @Test
  void beginsWithTheEntryInForceAndLeavesOutWhatComesAfter() {
    for (int day = 0; day < 5; day++) {
      clock.set(noon(MONDAY.plusDays(2L * day)));
      shop.setCost(cheese, 1_000 * (day + 1));
    }

    assertHistory(
        MONDAY.plusDays(3),
        MONDAY.plusDays(6),
        """
        {"effective_day":"2026-11-25","cost":2000},{"effective_day":"2026-11-27","cost":3000},
        {"effective_day":"2026-11-29","cost":4000}
        """);
  }

  @Test
  void takesTheFirstKnownCostForDaysBeforeIt() {
    shop.setCost(cheese, 5_000);

    assertHistory(
        MONDAY.minusDays(30),
        MONDAY.minusDays(20),
        "{\"effective_day\":\"2026-11-23\",\"cost\":5000}");
  }

  @Test
  void knowsFromWhichDayOnACostIsUnset() {
    shop.setCost(cheese, 5_000);
    clock.set(noon(MONDAY.plusDays(1)));
    shop.setCost(cheese, null);

    assertHistory(
        MONDAY,
        MONDAY.plusDays(1),
        """
        {"effective_day":"2026-11-23","cost":5000},{"effective_day":"2026-11-24","cost":null}
        """);
  }

  @Test
  void forgetsACostThatWasSetByMistakeAndClearedTheSameDay() {
    shop.setCost(cheese, 5_000);
    shop.setCost(cheese, null);

    assertHistory(MONDAY, MONDAY, "");
  }

  @Test
  void addsNoEntryWhenTheCostStaysTheSame() {
    shop.setCost(cheese, 5_000);
    clock.set(noon(MONDAY.plusDays(1)));
    shop.setCost(cheese, 5_000);

    assertHistory(MONDAY, MONDAY.plusDays(1), "{\"effective_day\":\"2026-11-23\",\"cost\":5000}");
  }

  @Test
  void countsTheBusinessDayInTheStoresOwnZone() {
    clock.set(Instant.parse("2026-11-23T14:59:00Z"));
    shop.setCost(cheese, 5_000);
    clock.set(Instant.parse("2026-11-23T15:01:00Z"));
    shop.setCost(cheese, 6_000);

    assertHistory(
        MONDAY,
        MONDAY.plusDays(1),
        """
        {"effective_day":"2026-11-23","cost":5000},{"effective_day":"2026-11-24","cost":6000}
        """);
  }

  @Test
  void letsTheNewestCostHoldWhenTheStoresDayMovesBack() {
    shop.setCost(cheese, 5_000);
    clock.set(noon(MONDAY.minusDays(1)));
    shop.setCost(cheese, 6_000);

    shop.get("/categories/items/costs").expectBody().jsonPath("$.items[0].cost").isEqualTo(6000);
    assertHistory(MONDAY, MONDAY, "{\"effective_day\":\"2026-11-23\",\"cost\":6000}");
  }

  @Test
  void refusesRangesTheContractDoesNotAllow() {
    clock.reset();
    for (String range :
        new String[] {
          "start=2026-11-24&end=2026-11-23",
          "start=2025-01-01&end=2026-01-02",
          "start=2026-02-30&end=2026-03-01",
          "start=&end=2026-03-01",
          "start=yesterday&end=2026-03-01",
          "end=2026-03-01"
        }) {
      shop.askedByService(HttpMethod.GET, "/internal/items/costs?" + range, "")
          .expectStatus()
          .isBadRequest();
    }
  }

  private void assertHistory(LocalDate start, LocalDate end, String entries) {
    clock.reset();
    shop.askedByService(
            HttpMethod.GET, "/internal/items/costs?start=%s&end=%s".formatted(start, end), "")
        .expectStatus()
        .isOk()
        .expectBody()
        .json(
            "{\"items\":[{\"item_id\":%d,\"name\":\"치즈\",\"costs\":[%s]}]}"
                .formatted(cheese, entries),
            JsonCompareMode.STRICT);
    clock.set(noon(MONDAY.plusDays(30)));
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(LocalTime.NOON).atZone(ZoneId.of("Asia/Seoul")).toInstant();
  }
}
