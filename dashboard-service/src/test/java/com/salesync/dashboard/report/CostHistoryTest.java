package com.salesync.dashboard.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostHistoryTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

  @Test
  void takesTheCostInForceThatDay() {
    CostHistory history = history(entry(0, 700L), entry(5, 900L));
    assertThat(history.on(DAY)).isEqualTo(700);
    assertThat(history.on(DAY.plusDays(4))).isEqualTo(700);
    assertThat(history.on(DAY.plusDays(5))).isEqualTo(900);
    assertThat(history.on(DAY.plusYears(1))).isEqualTo(900);
  }

  @Test
  void takesTheFirstKnownCostForEarlierDays() {
    assertThat(history(entry(0, null), entry(3, 700L)).on(DAY.minusDays(9))).isEqualTo(700);
  }

  @Test
  void costsNothingWhereTheCostIsUnknownOrCleared() {
    assertThat(CostHistory.unknown().on(DAY)).isZero();
    assertThat(history(entry(0, 700L), entry(2, null)).on(DAY.plusDays(3))).isZero();
  }

  private static CostHistory history(CostHistory.Entry... entries) {
    return new CostHistory(List.of(entries));
  }

  private static CostHistory.Entry entry(int day, Long cost) {
    return new CostHistory.Entry(DAY.plusDays(day), cost);
  }
}
