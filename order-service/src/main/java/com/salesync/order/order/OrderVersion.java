package com.salesync.order.order;

/**
 * A state of an order.
 *
 * @param version counts the changes of this order; alone it would recur with the table's next one
 */
public record OrderVersion(long orderId, long version) {

  /** Entity tag of this state. */
  public String etag() {
    return "\"" + orderId + "-" + version + "\"";
  }
}
