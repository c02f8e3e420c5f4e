package com.salesync.order.tab;

/**
 * The tab a request has changed.
 *
 * @param version counts the changes of this order
 */
public record Touched(long orderId, int tableNo, long version) {

  /** As {@link com.salesync.order.book.OrderEntry#etag}. */
  public String etag() {
    return "\"" + orderId + "-" + version + "\"";
  }
}
