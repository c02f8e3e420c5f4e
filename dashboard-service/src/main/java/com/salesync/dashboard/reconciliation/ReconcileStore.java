package com.salesync.dashboard.reconciliation;

import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import com.salesync.dashboard.client.StoreDay;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Compares the days of one store. */
@Component
public class ReconcileStore {

  private final Reconciliation reconciliation;

  ReconcileStore(Reconciliation reconciliation) {
    this.reconciliation = reconciliation;
  }

  public StoreReconciliation reconcileStore(Tenant tenant, DayRange range) {
    List<StoreDay> days = range.days().map(day -> new StoreDay(tenant.storeId(), day)).toList();
    Map<StoreDay, DayComparison> comparisons = reconciliation.compareDays(tenant, days);
    return new StoreReconciliation(
        days.stream()
            .map(day -> comparisons.getOrDefault(day, DayComparison.of(day, null, null)))
            .map(ReconciledDay::from)
            .toList());
  }
}
