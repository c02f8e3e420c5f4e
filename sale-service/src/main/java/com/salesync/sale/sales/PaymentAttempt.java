package com.salesync.sale.sales;

import java.time.Duration;
import java.time.Instant;

/**
 * A request to pay, with its sale: a new one, or the one its idempotency key belongs to.
 *
 * @param mayPay whether the caller is the one to ask order-service; else another call does or has
 */
public record PaymentAttempt(Sale sale, boolean mayPay) {

  static PaymentAttempt first(Sale sale) {
    return new PaymentAttempt(sale, true);
  }

  /**
   * A repeat, which carries the sale on if the call before it has died, and else waits for it.
   *
   * @param attemptLife after this the call before it counts as dead
   */
  static PaymentAttempt repeatOrResume(Sale sale, Instant now, Duration attemptLife) {
    return new PaymentAttempt(sale, sale.resume(now, attemptLife));
  }
}
