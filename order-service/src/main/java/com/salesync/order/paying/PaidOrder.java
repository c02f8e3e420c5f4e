package com.salesync.order.paying;

import com.salesync.order.order.Order;
import com.salesync.order.order.OrderStatus;

/** An order that a sale has paid, whether or not that was voided since. */
public record PaidOrder(long orderId, long totalPrice, OrderStatus status) {

  static PaidOrder of(Order order) {
    return new PaidOrder(order.id(), order.totalPrice(), order.status());
  }
}
