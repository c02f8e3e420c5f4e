package com.salesync.order.queries.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.salesync.common.paging.Page;
import com.salesync.order.queries.OrderSummary;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of orders; of the three dates, those that were asked with.
 *
 * @param storeId text, as the published client reads it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderList(
    String result,
    String message,
    String storeId,
    @Nullable LocalDate date,
    @Nullable LocalDate startDate,
    @Nullable LocalDate endDate,
    List<OrderSummary> orders,
    @Nullable String nextCursor) {

  static OrderList of(String message, long storeId, Page<OrderSummary> page) {
    return new OrderList(
        "success",
        message,
        Long.toString(storeId),
        null,
        null,
        null,
        page.entries(),
        page.nextCursor());
  }

  OrderList on(LocalDate day) {
    return new OrderList(result, message, storeId, day, null, null, orders, nextCursor);
  }

  OrderList between(LocalDate start, LocalDate end) {
    return new OrderList(result, message, storeId, null, start, end, orders, nextCursor);
  }
}
