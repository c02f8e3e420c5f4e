package com.salesync.sale.payment;

/** {@code PENDING -> COMPLETED | FAILED}, {@code COMPLETED -> VOIDING -> VOIDED}. */
enum SaleStatus {
  /** Recorded; whether the tab is paid is not yet known. */
  PENDING,
  COMPLETED,
  FAILED,
  /** To be voided; it counts as revenue until the order is voided too. */
  VOIDING,
  VOIDED
}
