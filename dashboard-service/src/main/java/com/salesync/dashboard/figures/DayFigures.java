package com.salesync.dashboard.figures;

import java.time.LocalDate;

/** One business day of a range, money in KRW. */
public record DayFigures(LocalDate date, long revenue, long profit) {

  DayFigures plus(long moreRevenue, long moreProfit) {
    return new DayFigures(date, revenue + moreRevenue, profit + moreProfit);
  }
}
