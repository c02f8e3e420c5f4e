package com.salesync.order.tab;

import jakarta.persistence.Embeddable;

/**
 * One item at the name and price agreed when it joined the tab.
 *
 * @param unitPrice whole won
 */
@Embeddable
record Line(long itemId, String itemName, long unitPrice, int quantity) {

  static Line of(Menu.Item item, int quantity) {
    return new Line(item.itemId(), item.name(), item.price(), quantity);
  }

  Line withQuantity(int changed) {
    return new Line(itemId, itemName, unitPrice, changed);
  }

  boolean agreedAt(Menu.Item item) {
    return itemId == item.itemId() && unitPrice == item.price();
  }

  long price() {
    return Math.multiplyExact(unitPrice, (long) quantity);
  }
}
