package com.salesync.dashboard.reconciliation;

import java.util.List;

/** A range of days in the three books. */
public record Reconciliation(List<DayBalance> days) {

  /** Sum of what the days differ by, each counted with its size. */
  public long difference() {
    return days.stream().mapToLong(day -> Math.abs(day.difference())).sum();
  }

  public long openPayments() {
    return days.stream().mapToLong(DayBalance::openPayments).sum();
  }

  public boolean agrees() {
    return days.stream().allMatch(DayBalance::agrees);
  }
}
