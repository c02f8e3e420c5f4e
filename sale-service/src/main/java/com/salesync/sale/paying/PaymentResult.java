package com.salesync.sale.paying;

import com.salesync.common.problem.Problem;
import com.salesync.sale.sales.Sale;

/** How a payment ended, where it ended without a problem. */
public sealed interface PaymentResult {

  /** The money is booked and the order is closed. */
  record Paid(long saleId) implements PaymentResult {}

  /** The table has no open order; nothing was booked. */
  record NothingToPay() implements PaymentResult {}

  /**
   * What the first call with a key has answered, or would have, had it lived.
   *
   * @throws Problem what it was refused with; 504 if that is not known or the key may be used anew
   */
  static PaymentResult ofRepeat(Sale sale) {
    if (sale.isBooked()) {
      return new Paid(sale.id());
    }
    return switch (sale.failure()) {
      case NO_OPEN_ORDER -> new NothingToPay();
      case TOTAL_MISMATCH -> throw mismatch(sale.totalPrice());
      case NOT_REACHED, NEVER_PAID -> throw Problem.outcomeUnknown();
      case null -> throw Problem.outcomeUnknown();
    };
  }

  /** 409 that names the order's own total, in won. */
  static Problem mismatch(long orderTotal) {
    return Problem.conflict("TOTAL_MISMATCH", orderTotal).with("total_price", orderTotal);
  }
}
