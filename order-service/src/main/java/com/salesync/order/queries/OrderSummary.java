package com.salesync.order.queries;

import com.salesync.order.order.OrderVersion;
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
public record OrderSummary(
    long orderId,
    OffsetDateTime orderDate,
    int tableNo,
    long totalPrice,
    long version,
    String status,
    List<CartEntry> carts) {

  /** A line, by the name agreed when it was ordered. */
  public record CartEntry(long itemId, String itemName, int quantity) {}

  public String etag() {
    return new OrderVersion(orderId, version).etag();
  }
}
