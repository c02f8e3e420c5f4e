package com.salesync.order.book.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.salesync.order.book.OrderEntry;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is open at one table; nothing but empty {@code carts} when nothing is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnpaidTable(
    @Nullable String result,
    @Nullable String message,
    @Nullable String storeId,
    @Nullable Long orderId,
    @Nullable OffsetDateTime orderDate,
    @Nullable Integer tableNo,
    @Nullable Long totalPrice,
    @Nullable Long version,
    List<OrderEntry.CartEntry> carts) {

  static final UnpaidTable FREE =
      new UnpaidTable(null, null, null, null, null, null, null, null, List.of());

  static UnpaidTable of(String message, long storeId, OrderEntry order) {
    return new UnpaidTable(
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
