package com.salesync.dashboard.figures;

import java.time.DayOfWeek;

/**
 * A weekday of a range.
 *
 * @param days how many of it the range contains, days without sales too
 * @param revenue KRW, of all of them
 */
public record WeekdayFigures(DayOfWeek weekday, int days, long revenue) {

  WeekdayFigures plus(DayFigures day) {
    return new WeekdayFigures(weekday, days + 1, revenue + day.revenue());
  }
}
