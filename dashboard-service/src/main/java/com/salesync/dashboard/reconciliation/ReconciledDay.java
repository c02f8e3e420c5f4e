package com.salesync.dashboard.reconciliation;

import java.time.LocalDate;

/**
 * One business day of a store.
 *
 * @param salesVolume KRW of the sales that sale-service completed
 * @param paidVolume KRW that order-service has as paid
 * @param reportedVolume KRW that the reports show
 * @param openPayments payments begun and not completed; they explain a passing difference
 */
public record ReconciledDay(
    LocalDate date,
    long salesVolume,
    long paidVolume,
    long reportedVolume,
    long difference,
    long sales,
    long orders,
    long openPayments) {

  static ReconciledDay from(DayComparison day) {
    Difference difference = day.difference();
    long unpaid = difference.unpaid().longValueExact();
    return new ReconciledDay(
        day.sales().businessDay(),
        day.sales().total().longValueExact(),
        day.orders().total().longValueExact(),
        day.orders().reported().longValueExact(),
        unpaid != 0 ? unpaid : difference.unreported().longValueExact(),
        day.sales().sales(),
        day.orders().orders(),
        day.sales().pending());
  }

  boolean agrees() {
    return difference == 0 && sales == orders;
  }
}
