package com.salesync.order.order;

import com.salesync.order.menu.MenuItem;
import jakarta.persistence.Embeddable;

/**
 * One item at the name and price agreed when it joined the order.
 *
 * @param unitPrice whole won
 */
@Embeddable
record OrderLine(long itemId, String itemName, long unitPrice, int quantity) {

  static OrderLine of(MenuItem item, int quantity) {
    return new OrderLine(item.itemId(), item.name(), item.price(), quantity);
  }

  OrderLine withQuantity(int changed) {
    return new OrderLine(itemId, itemName, unitPrice, changed);
  }

  boolean isPricedAs(MenuItem item) {
    return itemId == item.itemId() && unitPrice == item.price();
  }

  /** Whole won. */
  long price() {
    return Math.multiplyExact(unitPrice, (long) quantity);
  }
}
