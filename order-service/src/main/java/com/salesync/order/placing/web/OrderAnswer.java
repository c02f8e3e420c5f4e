package com.salesync.order.placing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.salesync.order.order.OrderVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * What became of an order.
 *
 * @param result success, cancelled or failed; with anything but success there is no order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderAnswer(
    String result,
    String message,
    @Nullable Long orderId,
    @Nullable Integer tableNo,
    @Nullable Long version) {

  static ResponseEntity<OrderAnswer> success(String message, int tableNo, OrderVersion order) {
    return ResponseEntity.ok()
        .eTag(order.etag())
        .body(new OrderAnswer("success", message, order.orderId(), tableNo, order.version()));
  }

  static ResponseEntity<OrderAnswer> without(String result, String message) {
    return ResponseEntity.ok(new OrderAnswer(result, message, null, null, null));
  }
}
