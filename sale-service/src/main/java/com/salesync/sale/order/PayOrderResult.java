package com.salesync.sale.order;

import com.salesync.common.neighbour.NeighbourUnavailable;
import org.jspecify.annotations.Nullable;

/** What became of an attempt to have an order marked paid. */
public sealed interface PayOrderResult {

  record Paid(PaidOrder order) implements PayOrderResult {}

  /**
   * Nothing was open that this sale could be for.
   *
   * @param lastPayment of the table's last order, if that was paid and nothing is open at all
   */
  record NoOpenOrder(@Nullable LastPayment lastPayment) implements PayOrderResult {}

  /**
   * The order is not paid.
   *
   * @param orderTotal its own total in won
   */
  record TotalMismatch(long orderTotal) implements PayOrderResult {}

  /** No connection stood, or order-service refused to begin: this attempt changed nothing. */
  record NotReached(NeighbourUnavailable outage) implements PayOrderResult {}

  /** The order may be paid, may not be, or may yet be. */
  record Unclear(NeighbourUnavailable outage) implements PayOrderResult {}
}
