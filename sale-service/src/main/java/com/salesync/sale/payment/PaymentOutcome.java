package com.salesync.sale.payment;

/** How a payment ended, where it ended without a problem. */
public sealed interface PaymentOutcome {

  /** The money is booked and the tab is closed. */
  record Paid(long saleId) implements PaymentOutcome {}

  /** The table has no open tab; nothing was booked. */
  record NothingToPay() implements PaymentOutcome {}
}
