package com.salesync.dashboard.neighbour;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What sale-service keeps. */
interface SaleBooks {

  @GetExchange("/internal/sales/daily-totals")
  DailyTotals dailyTotals(
      @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization,
      @RequestParam LocalDate start,
      @RequestParam LocalDate end);

  @PostExchange("/internal/sales/day-books")
  DayBooks dayBooks(
      @RequestHeader(HttpHeaders.AUTHORIZATION) String operator,
      @RequestBody StoresAndDays question);

  record DailyTotals(List<Day> days) {}

  /**
   * One day's takings.
   *
   * @param pending payments begun and not yet completed
   */
  record Day(LocalDate businessDay, long sales, long total, long pending) {}

  record DayBooks(List<StoreDay> days) {}

  record StoreDay(
      long storeId,
      LocalDate businessDay,
      long sales,
      BigInteger total,
      long pending,
      BigInteger checksum) {}
}
