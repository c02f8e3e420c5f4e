package com.salesync.sale.revenue.web;

import com.salesync.common.problem.Messages;
import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import com.salesync.sale.revenue.DailyRevenue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RevenueController {

  record DayAnswer(String result, String message, BigInteger salesVolume, LocalDate date) {}

  record PeriodAnswer(
      String result,
      String message,
      BigInteger salesVolume,
      LocalDate startDate,
      LocalDate endDate) {}

  record DailyTotals(List<DailyRevenue.Day> days) {}

  private final DailyRevenue revenue;
  private final Messages messages;

  RevenueController(DailyRevenue revenue, Messages messages) {
    this.revenue = revenue;
    this.messages = messages;
  }

  @Tag(name = "Sales")
  @Operation(summary = "Revenue of a business day")
  @GetMapping("/sales/daily")
  DayAnswer daily(Tenant tenant, @RequestParam LocalDate date) {
    return new DayAnswer(
        "success",
        messages.get("revenue.daily"),
        revenue.total(tenant.storeId(), DayRange.of(date)),
        date);
  }

  @Tag(name = "Sales")
  @Operation(summary = "Revenue of a range of business days")
  @GetMapping("/sales/period")
  PeriodAnswer period(Tenant tenant, @RequestParam LocalDate start, @RequestParam LocalDate end) {
    return new PeriodAnswer(
        "success",
        messages.get("revenue.period"),
        revenue.total(tenant.storeId(), new DayRange(start, end)),
        start,
        end);
  }

  @Tag(name = "Internal")
  @Operation(summary = "What was booked per business day, and what is under way")
  @GetMapping("/internal/sales/daily-totals")
  DailyTotals dailyTotals(
      Tenant tenant, @RequestParam LocalDate start, @RequestParam LocalDate end) {
    return new DailyTotals(revenue.days(tenant.storeId(), new DayRange(start, end)));
  }
}
