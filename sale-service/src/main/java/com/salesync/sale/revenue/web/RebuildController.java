package com.salesync.sale.revenue.web;

import com.salesync.common.problem.Messages;
import com.salesync.common.time.DayRange;
import com.salesync.sale.revenue.RebuildRevenue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Repair of the daily revenue; operator only. */
@Tag(name = "Internal")
@RestController
class RebuildController {

  record Rebuilt(
      String result,
      String message,
      long storeId,
      LocalDate startDate,
      LocalDate endDate,
      List<RebuildRevenue.Difference> differences) {}

  private final RebuildRevenue rebuild;
  private final Messages messages;

  RebuildController(RebuildRevenue rebuild, Messages messages) {
    this.rebuild = rebuild;
    this.messages = messages;
  }

  @Operation(summary = "Recompute a store's daily revenue from its sales; operator only")
  @PostMapping("/internal/revenue/rebuild")
  Rebuilt rebuild(
      @RequestParam("store_id") @Positive long storeId,
      @RequestParam LocalDate start,
      @RequestParam LocalDate end) {
    return new Rebuilt(
        "success",
        messages.get("revenue.rebuilt"),
        storeId,
        start,
        end,
        rebuild.rebuild(storeId, new DayRange(start, end)));
  }
}
