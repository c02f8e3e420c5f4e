package com.salesync.dashboard.report.web;

import com.salesync.common.problem.Messages;
import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import com.salesync.dashboard.report.DaySales;
import com.salesync.dashboard.report.ItemSales;
import com.salesync.dashboard.report.ReadReport;
import com.salesync.dashboard.report.SalesReport;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReportController {

  private final ReadReport reports;
  private final Messages messages;

  ReportController(ReadReport reports, Messages messages) {
    this.reports = reports;
    this.messages = messages;
  }

  @GetMapping("/dashboard/sales")
  Sales sales(Tenant tenant, @RequestParam LocalDate start, @RequestParam LocalDate end) {
    SalesReport report = reports.of(tenant, new DayRange(start, end));
    return new Sales(
        "success", messages.get("sales.read"), start, end, report.salesVolume(), report.items());
  }

  @GetMapping("/dashboard/volumes")
  Volumes volumes(Tenant tenant, @RequestParam LocalDate start, @RequestParam LocalDate end) {
    SalesReport report = reports.of(tenant, new DayRange(start, end));
    return new Volumes("success", messages.get("volumes.read"), start, end, report.days());
  }

  record Sales(
      String result,
      String message,
      LocalDate startDate,
      LocalDate endDate,
      long salesVolume,
      List<ItemSales> items) {}

  record Volumes(
      String result,
      String message,
      LocalDate startDate,
      LocalDate endDate,
      List<DaySales> total) {}
}
