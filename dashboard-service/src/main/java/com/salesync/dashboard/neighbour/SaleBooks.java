package com.salesync.dashboard.neighbour;

import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** What sale-service keeps. */
interface SaleBooks {

  @GetExchange("/internal/sales/daily-totals")
  DailyTotals dailyTotals(
      @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
      @RequestParam LocalDate start,
      @RequestParam LocalDate end);

  record DailyTotals(List<Day> days) {}

  /**
   * One day's takings.
   *
   * @param pending payments begun and not yet completed
   */
  record Day(LocalDate businessDay, long sales, long total, long pending) {}
}
