package com.salesync.order.paying;

import com.salesync.order.order.Order;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A sale about to be captured.
 *
 * @param totalPrice what the customer is to pay, whole won
 * @param businessDay the day the sale counts for
 * @param requestedAt when the till asked sale-service
 */
public record Payment(
    int tableNo, long saleId, long totalPrice, LocalDate businessDay, Instant requestedAt) {

  /** How far the clocks of this service and sale-service may be apart. */
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(1);

  /** Whether it was asked for before the order was opened, and so cannot be meant for it. */
  boolean precedes(Order order) {
    return order.isOpenedAfter(requestedAt.plus(CLOCK_SKEW));
  }

  /**
   * When it was asked for, as the later ones at its table are measured by. A clock that is far
   * ahead would have them refused until its time has come.
   */
  Instant requestedBy(Instant arrived) {
    Instant latest = arrived.plus(CLOCK_SKEW);
    return requestedAt.isAfter(latest) ? latest : requestedAt;
  }
}
