package com.salesync.order.tab.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.salesync.order.tab.Touched;
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

  static ResponseEntity<OrderAnswer> success(String message, Touched tab) {
    return ResponseEntity.ok()
        .eTag(tab.etag())
        .body(new OrderAnswer("success", message, tab.orderId(), tab.tableNo(), tab.version()));
  }

  static ResponseEntity<OrderAnswer> without(String result, String message) {
    return ResponseEntity.ok(new OrderAnswer(result, message, null, null, null));
  }
}
