package com.salesync.order.tab;

/** A tab that a sale has paid, whether or not that was voided since. */
public record PaidOrder(long orderId, long totalPrice, TabStatus status) {

  static PaidOrder of(Tab tab) {
    return new PaidOrder(tab.id(), tab.totalPrice(), tab.status());
  }
}
