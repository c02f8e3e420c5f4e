package com.salesync.dashboard.reconciliation;

import java.util.List;

/** A store's range of days as the services have it. */
public record StoreReconciliation(List<ReconciledDay> days) {

  /** Sum of what the days differ by in KRW, each counted with its size. */
  public long difference() {
    return days.stream().mapToLong(day -> Math.abs(day.difference())).sum();
  }

  public long openPayments() {
    return days.stream().mapToLong(ReconciledDay::openPayments).sum();
  }

  public boolean agrees() {
    return days.stream().allMatch(ReconciledDay::agrees);
  }
}
