package com.salesync.dashboard.reconciliation.web;

import com.salesync.common.problem.Messages;
import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import com.salesync.dashboard.reconciliation.ReconcileStore;
import com.salesync.dashboard.reconciliation.ReconciledDay;
import com.salesync.dashboard.reconciliation.StoreReconciliation;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReconciliationController {

  private final ReconcileStore reconcile;
  private final Messages messages;

  ReconciliationController(ReconcileStore reconcile, Messages messages) {
    this.reconcile = reconcile;
    this.messages = messages;
  }

  /** For the owner by the first path, for an operator acting for the store by the second. */
  @GetMapping({"/dashboard/reconciliation", "/internal/reconciliation"})
  Answer reconciliation(Tenant tenant, @RequestParam LocalDate start, @RequestParam LocalDate end) {
    StoreReconciliation found = reconcile.reconcileStore(tenant, new DayRange(start, end));
    return new Answer(
        "success",
        messages.get(found.agrees() ? "reconciliation.agrees" : "reconciliation.differs"),
        start,
        end,
        found.difference(),
        found.openPayments(),
        found.days());
  }

  record Answer(
      String result,
      String message,
      LocalDate startDate,
      LocalDate endDate,
      long difference,
      long openPayments,
      List<ReconciledDay> days) {}
}
