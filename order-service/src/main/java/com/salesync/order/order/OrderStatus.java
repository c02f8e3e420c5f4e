package com.salesync.order.order;

/** {@code OPEN -> PAID -> VOIDED} or {@code OPEN -> CANCELLED}. */
public enum OrderStatus {
  OPEN,
  PAID,
  /** Was paid, but the payment was voided. */
  VOIDED,
  CANCELLED
}
