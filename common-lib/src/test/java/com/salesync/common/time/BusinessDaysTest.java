package com.salesync.common.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessDaysTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T14:59:59Z, 2026-11-22",
    "2026-11-22T15:00:00Z, 2026-11-23",
    "2026-12-31T15:00:00Z, 2027-01-01"
  })
  void beginsAtMidnightInSeoulUnlessTold(Instant instant, LocalDate day) {
    assertThat(BusinessDays.DEFAULT.dayOf(instant)).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T20:59:59Z, 2026-11-22",
    "2026-11-22T21:00:00Z, 2026-11-23",
    "2026-11-22T15:30:00Z, 2026-11-22"
  })
  void countsTheNightToTheDayBefore(Instant instant, LocalDate day) {
    assertThat(days("Asia/Seoul", "06:00").dayOf(instant)).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource({
    // Clocks go from 02:00 to 03:00 on 2026-03-29: the wall clock reads 05:59, then 06:00.
    "2026-03-29T03:59:00Z, 2026-03-28",
    "2026-03-29T04:00:00Z, 2026-03-29",
    // And from 03:00 back to 02:00 on 2026-10-25: both passes of 02:30 belong to the day before.
    "2026-10-25T00:30:00Z, 2026-10-24",
    "2026-10-25T01:30:00Z, 2026-10-24",
    "2026-10-25T04:59:00Z, 2026-10-24",
    "2026-10-25T05:00:00Z, 2026-10-25"
  })
  void goesByTheWallClockWhenTheClocksChange(Instant instant, LocalDate day) {
    assertThat(days("Europe/Berlin", "06:00").dayOf(instant)).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource({
    // The day begins at the first 02:30 of the two, and the second 02:00 is still of it.
    "2026-10-25T00:29:59Z, 2026-10-24",
    "2026-10-25T00:30:00Z, 2026-10-25",
    "2026-10-25T01:00:00Z, 2026-10-25",
    "2026-10-25T01:30:00Z, 2026-10-25",
    // There is no 02:30: it begins at 03:00.
    "2026-03-29T00:59:59Z, 2026-03-28",
    "2026-03-29T01:00:00Z, 2026-03-29"
  })
  void beginsOnceThoughItsFirstHourComesTwiceOrNever(Instant instant, LocalDate day) {
    assertThat(days("Europe/Berlin", "02:30").dayOf(instant)).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-07-01, 2026-07-01T00:30:00Z",
    "2026-10-25, 2026-10-25T00:30:00Z",
    "2026-03-29, 2026-03-29T01:00:00Z"
  })
  void tellsWhenADayBegins(LocalDate day, Instant start) {
    assertThat(days("Europe/Berlin", "02:30").startOf(day)).isEqualTo(start);
  }

  @Test
  void tellsInstantsOnTheStoresOwnClock() {
    assertThat(BusinessDays.DEFAULT.at(Instant.parse("2026-11-22T15:00:00Z")))
        .hasToString("2026-11-23T00:00+09:00");
  }

  private static BusinessDays days(String zone, String start) {
    return new BusinessDays(ZoneId.of(zone), LocalTime.parse(start));
  }
}
