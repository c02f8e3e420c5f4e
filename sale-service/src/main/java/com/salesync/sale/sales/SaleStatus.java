package com.salesync.sale.sales;

/** {@code PENDING -> COMPLETED | FAILED}, {@code COMPLETED -> VOIDING -> VOIDED}. */
public enum SaleStatus {
  /** Recorded; whether the order is paid is not yet known. */
  PENDING,
  COMPLETED,
  FAILED,
  /** To be voided; it counts as revenue until the order is voided too. */
  VOIDING,
  VOIDED
}
