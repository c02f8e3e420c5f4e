package com.salesync.sale.sales;

import com.salesync.common.problem.Problem;
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
   * A repeat while another call works with the key.
   *
   * @throws Problem 422 if the key came with another request before
   */
  static PaymentAttempt repeat(Sale sale, PaymentRequest request) {
    if (!sale.isFor(request)) {
      throw Problem.unprocessable("IDEMPOTENCY_KEY_REUSED");
    }
    return new PaymentAttempt(sale, false);
  }

  /**
   * A repeat that carries the sale on if the call before it has died.
   *
   * @throws Problem 422 if the key came with another request before
   */
  static PaymentAttempt repeatOrResume(
      Sale sale, PaymentRequest request, Instant now, Duration attemptLife) {
    PaymentAttempt repeat = repeat(sale, request);
    return sale.resume(now, attemptLife) ? first(sale) : repeat;
  }
}
