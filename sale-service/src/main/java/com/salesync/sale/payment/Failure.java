package com.salesync.sale.payment;

/** Why a sale took no money. */
enum Failure {
  NO_OPEN_ORDER,
  TOTAL_MISMATCH,
  /** No connection to order-service stood, so the tab was certainly not marked. */
  NOT_REACHED,
  /** The outcome was unclear, and long after any request could still arrive the tab is not paid. */
  NEVER_PAID;

  /**
   * Whether order-service has decided. Only then does the sale keep its idempotency key, so that
   * after an outage the same key may try anew.
   */
  boolean isVerdict() {
    return this == NO_OPEN_ORDER || this == TOTAL_MISMATCH;
  }
}
