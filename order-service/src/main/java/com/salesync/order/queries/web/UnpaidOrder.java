package com.salesync.order.queries.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.salesync.order.queries.OrderSummary;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is open at one table; nothing but empty {@code carts} when nothing is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnpaidOrder(
    @Nullable String result,
    @Nullable String message,
    @Nullable String storeId,
    @Nullable Long orderId,
    @Nullable OffsetDateTime orderDate,
    @Nullable Integer tableNo,
    @Nullable Long totalPrice,
    @Nullable Long version,
    List<OrderSummary.CartEntry> carts) {

  static final UnpaidOrder FREE =
      new UnpaidOrder(null, null, null, null, null, null, null, null, List.of());

  static UnpaidOrder of(String message, long storeId, OrderSummary order) {
    return new UnpaidOrder(
        "success",
        message,
        Long.toString(storeId),
        order.orderId(),
        order.orderDate(),
        order.tableNo(),
        order.totalPrice(),
        order.version(),
        order.carts());
  }
}
