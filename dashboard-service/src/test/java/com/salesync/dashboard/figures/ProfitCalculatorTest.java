package com.salesync.dashboard.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.dashboard.client.ItemServiceClient.Cost;
import com.salesync.dashboard.client.ItemServiceClient.Costs;
import com.salesync.dashboard.client.ItemServiceClient.ItemCosts;
import com.salesync.dashboard.client.OrderServiceClient.DailyItemVolume;
import com.salesync.dashboard.figures.ProfitCalculator.Profit;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfitCalculatorTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
  private static final long PIZZA = 1;

  @Test
  void takesTheCostInForceThatDay() {
    ProfitCalculator profits = pizzaCosts(from(0, 700L), from(5, 900L));
    assertThat(profits.profitOf(twoPizzas(DAY))).isEqualTo(known(2_000 - 1_400));
    assertThat(profits.profitOf(twoPizzas(DAY.plusDays(4)))).isEqualTo(known(2_000 - 1_400));
    assertThat(profits.profitOf(twoPizzas(DAY.plusDays(5)))).isEqualTo(known(2_000 - 1_800));
    assertThat(profits.profitOf(twoPizzas(DAY.plusYears(1)))).isEqualTo(known(2_000 - 1_800));
  }

  @Test
  void takesTheFirstKnownCostForEarlierDays() {
    assertThat(pizzaCosts(from(0, null), from(3, 700L)).profitOf(twoPizzas(DAY.minusDays(9))))
        .isEqualTo(known(2_000 - 1_400));
  }

  @Test
  void countsTheWholeRevenueWhereTheCostIsUnknownOrCleared() {
    Profit unknown = new Profit(2_000, false);
    assertThat(new ProfitCalculator(new Costs(List.of())).profitOf(twoPizzas(DAY)))
        .isEqualTo(unknown);
    assertThat(pizzaCosts().profitOf(twoPizzas(DAY))).isEqualTo(unknown);
    assertThat(pizzaCosts(from(0, 700L), from(2, null)).profitOf(twoPizzas(DAY.plusDays(3))))
        .isEqualTo(unknown);
  }

  @Test
  void knowsThatACostOfNothingIsACost() {
    assertThat(pizzaCosts(from(0, 0L)).profitOf(twoPizzas(DAY))).isEqualTo(known(2_000));
  }

  @Test
  void knowsALoss() {
    assertThat(pizzaCosts(from(0, 1_500L)).profitOf(twoPizzas(DAY))).isEqualTo(known(-1_000));
  }

  private static ProfitCalculator pizzaCosts(Cost... costs) {
    return new ProfitCalculator(new Costs(List.of(new ItemCosts(PIZZA, List.of(costs)))));
  }

  private static Cost from(int day, Long cost) {
    return new Cost(DAY.plusDays(day), cost);
  }

  private static DailyItemVolume twoPizzas(LocalDate day) {
    return new DailyItemVolume(day, PIZZA, "피자", 2, 2_000);
  }

  private static Profit known(long amount) {
    return new Profit(amount, true);
  }
}
