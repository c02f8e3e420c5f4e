package com.salesync.dashboard.report;

import java.time.LocalDate;

/** One business day of a range. */
public record DaySales(LocalDate date, long profit, long salesVolume) {

  DaySales plus(Volume volume, long volumeProfit) {
    return new DaySales(date, profit + volumeProfit, salesVolume + volume.revenue());
  }
}
