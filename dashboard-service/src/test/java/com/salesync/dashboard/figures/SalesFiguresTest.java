package com.salesync.dashboard.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.time.DayRange;
import com.salesync.dashboard.client.ItemServiceClient.Cost;
import com.salesync.dashboard.client.ItemServiceClient.Costs;
import com.salesync.dashboard.client.ItemServiceClient.ItemCosts;
import com.salesync.dashboard.client.OrderServiceClient.DailyItemVolume;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SalesFiguresTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final ProfitCalculator PIZZA_COSTS_7000 =
      new ProfitCalculator(new Costs(List.of(new ItemCosts(1, List.of(new Cost(MONDAY, 7_000L))))));

  @Test
  void addsUpWhatAnItemSoldUnderItsLastName() {
    SalesFigures figures =
        figures(
            7, sold(MONDAY.plusDays(2), 1, "치즈 피자", 1, 22_000), sold(MONDAY, 1, "피자", 2, 40_000));
    assertThat(figures.items())
        .containsExactly(new ItemFigures(1, "치즈 피자", 3, 62_000, 62_000 - 21_000, true));
    assertThat(figures.revenue()).isEqualTo(62_000);
    assertThat(figures.profit()).isEqualTo(41_000);
  }

  @Test
  void leavesOutWhatWasAllVoided() {
    SalesFigures figures = figures(1, sold(MONDAY, 1, "피자", 0, 0), sold(MONDAY, 2, "콜라", 1, 0));
    assertThat(figures.items()).extracting(ItemFigures::itemId).containsExactly(2L);
  }

  @Test
  void knowsTheCostOfAnItemOnlyIfEveryPieceSoldHadOne() {
    ProfitCalculator clearedOnTuesday =
        new ProfitCalculator(
            new Costs(
                List.of(
                    new ItemCosts(
                        1,
                        List.of(new Cost(MONDAY, 7_000L), new Cost(MONDAY.plusDays(1), null))))));
    DailyItemVolume monday = sold(MONDAY, 1, "피자", 1, 20_000);
    DailyItemVolume tuesday = sold(MONDAY.plusDays(1), 1, "피자", 1, 20_000);
    DailyItemVolume voidedOnTuesday = sold(MONDAY.plusDays(1), 1, "피자", 0, 0);
    DayRange week = new DayRange(MONDAY, MONDAY.plusDays(6));

    assertThat(new SalesFigures(week, List.of(monday, tuesday), clearedOnTuesday).items())
        .containsExactly(new ItemFigures(1, "피자", 2, 40_000, 33_000, false));
    assertThat(new SalesFigures(week, List.of(monday, voidedOnTuesday), clearedOnTuesday).items())
        .containsExactly(new ItemFigures(1, "피자", 1, 20_000, 13_000, true));
  }

  @Test
  void hasEveryDayOfTheRange() {
    assertThat(figures(3, sold(MONDAY.plusDays(1), 1, "피자", 1, 20_000)).days())
        .containsExactly(
            new DayFigures(MONDAY, 0, 0),
            new DayFigures(MONDAY.plusDays(1), 20_000, 13_000),
            new DayFigures(MONDAY.plusDays(2), 0, 0));
  }

  @Test
  void addsUpTheWeekdaysThatTheRangeContains() {
    assertThat(
            figures(
                    8,
                    sold(MONDAY, 1, "피자", 1, 20_000),
                    sold(MONDAY.plusDays(7), 1, "피자", 2, 40_000))
                .weekdays())
        .hasSize(7)
        .startsWith(
            new WeekdayFigures(DayOfWeek.MONDAY, 2, 60_000),
            new WeekdayFigures(DayOfWeek.TUESDAY, 1, 0));
    assertThat(figures(2).weekdays())
        .containsExactly(
            new WeekdayFigures(DayOfWeek.MONDAY, 1, 0),
            new WeekdayFigures(DayOfWeek.TUESDAY, 1, 0));
  }

  private static SalesFigures figures(int days, DailyItemVolume... volumes) {
    return new SalesFigures(
        new DayRange(MONDAY, MONDAY.plusDays(days - 1L)), List.of(volumes), PIZZA_COSTS_7000);
  }

  private static DailyItemVolume sold(
      LocalDate day, long item, String name, long quantity, long revenue) {
    return new DailyItemVolume(day, item, name, quantity, revenue);
  }
}
