package com.salesync.common.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.common.problem.Problem;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DayRangeTest {

  private static final LocalDate DAY = LocalDate.of(2024, 1, 1);

  @Test
  void includesItsFirstAndItsLastDay() {
    assertThat(new DayRange(DAY, DAY.plusDays(2)).days())
        .containsExactly(DAY, DAY.plusDays(1), DAY.plusDays(2));
    assertThat(DayRange.of(DAY).days()).containsExactly(DAY);
  }

  @Test
  void holdsALeapYearAndNotADayMore() {
    assertThat(new DayRange(DAY, LocalDate.of(2024, 12, 31)).days()).hasSize(366);

    assertRefused(DAY, LocalDate.of(2025, 1, 1), "end");
  }

  @Test
  void refusesAnEndBeforeTheStart() {
    assertRefused(DAY, DAY.minusDays(1), "start");
  }

  @Test
  void refusesYearsTheContractCannotWrite() {
    assertRefused(LocalDate.of(-1, 1, 1), LocalDate.of(-1, 1, 2), "start");
    assertRefused(LocalDate.of(9999, 12, 31), LocalDate.of(10000, 1, 1), "end");
  }

  private static void assertRefused(LocalDate start, LocalDate end, String field) {
    assertThatThrownBy(() -> new DayRange(start, end))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status().value()).isEqualTo(400);
              assertThat(problem.errors().getFirst().field()).isEqualTo(field);
            });
  }
}
