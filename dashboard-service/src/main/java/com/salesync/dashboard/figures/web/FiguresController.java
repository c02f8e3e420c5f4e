package com.salesync.dashboard.figures.web;

import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import com.salesync.dashboard.figures.ItemFigures;
import com.salesync.dashboard.figures.ReadFigures;
import com.salesync.dashboard.figures.SalesFigures;
import com.salesync.dashboard.figures.WeekdayFigures;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For services that act for a store. */
@RestController
@Tag(name = "Internal")
class FiguresController {

  private static final Comparator<ItemFigures> BY_REVENUE =
      Comparator.comparingLong(ItemFigures::revenue)
          .reversed()
          .thenComparingLong(ItemFigures::itemId);

  private final ReadFigures read;

  FiguresController(ReadFigures read) {
    this.read = read;
  }

  @GetMapping("/internal/figures")
  @Operation(summary = "Revenue and profit of a range of days, by item and by weekday")
  Figures figures(Tenant tenant, @RequestParam LocalDate start, @RequestParam LocalDate end) {
    SalesFigures figures = read.readFigures(tenant, new DayRange(start, end));
    return new Figures(
        start,
        end,
        figures.revenue(),
        figures.profit(),
        figures.items().stream().sorted(BY_REVENUE).toList(),
        figures.weekdays());
  }

  @GetMapping("/internal/figures/sold")
  @Operation(summary = "Whether anything was paid for in a range of days")
  Sold sold(Tenant tenant, @RequestParam LocalDate start, @RequestParam LocalDate end) {
    return new Sold(read.hasSales(tenant, new DayRange(start, end)));
  }

  /**
   * A range in figures, money in KRW.
   *
   * @param items by revenue, highest first
   * @param weekdays Monday first, only those that the range contains
   */
  record Figures(
      LocalDate start,
      LocalDate end,
      long revenue,
      long profit,
      List<ItemFigures> items,
      List<WeekdayFigures> weekdays) {}

  record Sold(boolean sold) {}
}
