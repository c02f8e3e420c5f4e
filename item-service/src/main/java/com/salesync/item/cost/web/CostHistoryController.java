package com.salesync.item.cost.web;

import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import com.salesync.item.cost.CostHistory;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For the reports, which take for each day the cost in force on it. */
@RestController
@Tag(name = "Internal")
class CostHistoryController {

  private final CostHistory history;

  CostHistoryController(CostHistory history) {
    this.history = history;
  }

  record Histories(List<CostHistory.ItemCosts> items) {}

  @GetMapping("/internal/items/costs")
  @Operation(summary = "Reads the costs of a range of days, of deleted items too")
  Histories during(Tenant tenant, @RequestParam LocalDate start, @RequestParam LocalDate end) {
    return new Histories(history.readCosts(tenant.storeId(), new DayRange(start, end)));
  }
}
