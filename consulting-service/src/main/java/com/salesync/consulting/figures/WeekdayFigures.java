package com.salesync.consulting.figures;

import java.time.DayOfWeek;

/** A weekday over the period; the average is per such day in the range, days without sales too. */
public record WeekdayFigures(DayOfWeek weekday, int days, long revenue) {

  public long average() {
    return days == 0 ? 0 : revenue / days;
  }
}
