package com.salesync.sale.sales;

/** Why a sale took no money. */
public enum FailureReason {
  NO_OPEN_ORDER,
  TOTAL_MISMATCH,
  /** order-service was not reached or has refused to begin: the order was not marked paid. */
  NOT_REACHED,
  /** The outcome was unclear, and long after any request could still arrive nothing is paid. */
  NEVER_PAID;

  /**
   * Whether order-service has decided. Only then does the sale keep its idempotency key, so that
   * after an outage the same key may try anew.
   */
  boolean keepsIdempotencyKey() {
    return this == NO_OPEN_ORDER || this == TOTAL_MISMATCH;
  }
}
