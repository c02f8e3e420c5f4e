package com.salesync.dashboard.figures.web;

import com.salesync.common.problem.Messages;
import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import com.salesync.dashboard.figures.DayFigures;
import com.salesync.dashboard.figures.ItemFigures;
import com.salesync.dashboard.figures.ReadFigures;
import com.salesync.dashboard.figures.SalesFigures;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReportController {

  private final ReadFigures read;
  private final Messages messages;

  ReportController(ReadFigures read, Messages messages) {
    this.read = read;
    this.messages = messages;
  }

  @GetMapping("/dashboard/sales")
  Sales sales(Tenant tenant, @RequestParam LocalDate start, @RequestParam LocalDate end) {
    SalesFigures figures = read.readFigures(tenant, new DayRange(start, end));
    return new Sales(
        "success",
        messages.get("sales.read"),
        start,
        end,
        figures.revenue(),
        figures.items().stream().map(ItemSales::from).toList());
  }

  @GetMapping("/dashboard/volumes")
  Volumes volumes(Tenant tenant, @RequestParam LocalDate start, @RequestParam LocalDate end) {
    SalesFigures figures = read.readFigures(tenant, new DayRange(start, end));
    return new Volumes(
        "success",
        messages.get("volumes.read"),
        start,
        end,
        figures.days().stream().map(DaySales::from).toList());
  }

  record Sales(
      String result,
      String message,
      LocalDate startDate,
      LocalDate endDate,
      long salesVolume,
      List<ItemSales> items) {}

  record ItemSales(long itemId, String name, long quantity, long salesVolume, long profit) {

    static ItemSales from(ItemFigures item) {
      return new ItemSales(
          item.itemId(), item.name(), item.quantity(), item.revenue(), item.profit());
    }
  }

  record Volumes(
      String result,
      String message,
      LocalDate startDate,
      LocalDate endDate,
      List<DaySales> total) {}

  record DaySales(LocalDate date, long profit, long salesVolume) {

    static DaySales from(DayFigures day) {
      return new DaySales(day.date(), day.profit(), day.revenue());
    }
  }
}
