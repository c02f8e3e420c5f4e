package com.salesync.order.book;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * An order as a client sees it.
 *
 * @param orderDate when it was opened, on the store's clock
 * @param totalPrice whole won
 * @param version counts the changes of this order
 * @param status OPEN, PAID, VOIDED or CANCELLED
 */
public record OrderEntry(
    long orderId,
    OffsetDateTime orderDate,
    int tableNo,
    long totalPrice,
    long version,
    String status,
    List<CartEntry> carts) {

  /** A line, by the name agreed when it was ordered. */
  public record CartEntry(long itemId, String itemName, int quantity) {}

  /** Identifies this state of this order: a version alone would recur with the table's next tab. */
  public String etag() {
    return "\"" + orderId + "-" + version + "\"";
  }
}
