package com.salesync.order.tab;

/** {@code OPEN -> PAID -> VOIDED} or {@code OPEN -> CANCELLED}. */
public enum TabStatus {
  OPEN,
  PAID,
  /** Was paid, and the payment was taken back. */
  VOIDED,
  CANCELLED
}
