package com.salesync.dashboard.reconciliation;

/**
 * What one book has for one day.
 *
 * @param count sales or orders
 * @param total whole won
 * @param pending payments begun and not completed; only sale-service has any
 */
public record DayTotal(long count, long total, long pending) {

  static final DayTotal NOTHING = new DayTotal(0, 0, 0);
}
