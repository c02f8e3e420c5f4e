package com.salesync.common.time;

import com.salesync.common.problem.Problem;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** Business days from start to end, both included, at most 366 of them. */
public record DayRange(LocalDate start, LocalDate end) {

  private static final int LONGEST_DAYS = 366;

  /**
   * Checks the order and the length.
   *
   * @throws Problem 400 naming {@code start} or {@code end}
   */
  public DayRange {
    requireStorable("start", start);
    requireStorable("end", end);
    if (start.isAfter(end)) {
      throw Problem.badRequest("DATE_RANGE_INVALID").field("start", "after_end");
    }
    if (ChronoUnit.DAYS.between(start, end) >= LONGEST_DAYS) {
      throw Problem.badRequest("DATE_RANGE_INVALID").field("end", "range_too_long");
    }
  }

  public static DayRange of(LocalDate day) {
    return new DayRange(day, day);
  }

  public Stream<LocalDate> days() {
    return start.datesUntil(end.plusDays(1));
  }

  /** Four-digit years only: what {@code YYYY-MM-DD} can write and PostgreSQL can hold. */
  private static void requireStorable(String field, LocalDate day) {
    if (day.getYear() < 1 || day.getYear() > 9999) {
      throw Problem.badRequest("DATE_RANGE_INVALID").field(field, "invalid");
    }
  }
}
