package com.salesync.order.queries.web;

import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import com.salesync.order.queries.PaidDays;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What other services reconcile their own books with. */
@Tag(name = "Internal")
@RestController
final class PaidDaysController {

  private final PaidDays paidDays;

  PaidDaysController(PaidDays paidDays) {
    this.paidDays = paidDays;
  }

  record PaidTotals(List<PaidDays.PaidDay> days) {}

  @Operation(summary = "Orders paid and their total, per business day")
  @GetMapping("/internal/orders/paid-totals")
  PaidTotals paidTotals(Tenant tenant, @RequestParam LocalDate start, @RequestParam LocalDate end) {
    return new PaidTotals(paidDays.in(tenant, new DayRange(start, end)));
  }
}
