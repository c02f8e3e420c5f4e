package com.salesync.dashboard.client;

import com.salesync.common.neighbour.ActingForNoStore;
import com.salesync.common.neighbour.OnlyReads;
import com.salesync.common.security.Tenant;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What sale-service has of completed sales. */
public interface SaleServiceClient {

  /** Days without a sale are left out. */
  @GetExchange("/internal/sales/daily-totals")
  DailyTotals dailyTotals(
      Tenant tenant, @RequestParam LocalDate start, @RequestParam LocalDate end);

  /** Days on which nothing was sold may be left out. */
  @OnlyReads
  @PostExchange("/internal/sales/day-totals")
  DayTotals dayTotals(Tenant tenant, @RequestBody AskedDays question);

  /** Of any store. */
  @ActingForNoStore
  @OnlyReads
  @PostExchange("/internal/sales/day-totals")
  DayTotals dayTotalsOfAnyStore(@RequestBody AskedDays question);

  record DailyTotals(List<DailyRevenue> days) {}

  /**
   * What a store sold on a business day.
   *
   * @param sales how many
   * @param total KRW
   */
  record DailyRevenue(LocalDate businessDay, long sales, long total) {}

  record DayTotals(List<DayTotal> days) {}

  /**
   * One business day of one store.
   *
   * @param total KRW
   * @param pending payments and voids under way, which explain a passing difference
   */
  record DayTotal(
      long storeId,
      LocalDate businessDay,
      long sales,
      BigInteger total,
      long pending,
      BigInteger checksum) {

    public StoreDay storeDay() {
      return new StoreDay(storeId, businessDay);
    }
  }
}
