package com.salesync.dashboard.reconciliation;

import java.time.LocalDate;

/**
 * One business day in the three books.
 *
 * @param salesVolume won that sale-service took
 * @param paidVolume won that order-service has as paid
 * @param reportedVolume won that the reports show
 * @param openPayments payments begun and not completed; they explain a passing difference
 */
public record DayBalance(
    LocalDate date,
    long salesVolume,
    long paidVolume,
    long reportedVolume,
    long difference,
    long sales,
    long orders,
    long openPayments) {

  static DayBalance of(LocalDate date, DayTotal taken, DayTotal paid, long reported) {
    long unpaid = taken.total() - paid.total();
    return new DayBalance(
        date,
        taken.total(),
        paid.total(),
        reported,
        unpaid != 0 ? unpaid : taken.total() - reported,
        taken.count(),
        paid.count(),
        taken.pending());
  }

  boolean agrees() {
    return difference == 0 && sales == orders;
  }
}
