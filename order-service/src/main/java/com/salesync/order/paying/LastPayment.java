package com.salesync.order.paying;

import com.salesync.order.order.Order;
import java.util.Objects;

/** Which sale paid the last order of a table where nothing is open now; the total in won. */
record LastPayment(long saleId, long orderId, long totalPrice) {

  static LastPayment of(Order order) {
    return new LastPayment(Objects.requireNonNull(order.saleId()), order.id(), order.totalPrice());
  }
}
