package com.salesync.order.book.web;

import com.salesync.common.problem.Messages;
import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import com.salesync.order.book.OrderBook;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Open and past orders. */
@Tag(name = "Orders")
@RestController
final class OrderBookController {

  private final OrderBook book;
  private final Messages messages;

  OrderBookController(OrderBook book, Messages messages) {
    this.book = book;
    this.messages = messages;
  }

  @Operation(summary = "Open orders by table")
  @GetMapping("/orders/unpaids")
  OrderList unpaid(
      Tenant tenant,
      @RequestParam(defaultValue = "1000") @Min(1) @Max(1000) int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return OrderList.of(
        messages.get("orders.unpaid"), tenant.storeId(), book.open(tenant, cursor, limit));
  }

  @Operation(summary = "The open order of a table")
  @GetMapping("/orders/unpaids/{table_no}")
  ResponseEntity<UnpaidTable> unpaidAt(
      Tenant tenant, @PathVariable("table_no") @Min(0) @Max(9999) int tableNo) {
    return book.openAt(tenant, tableNo)
        .map(
            order ->
                ResponseEntity.ok()
                    .eTag(order.etag())
                    .body(
                        UnpaidTable.of(
                            messages.get("orders.unpaid_table"), tenant.storeId(), order)))
        .orElseGet(() -> ResponseEntity.ok(UnpaidTable.FREE));
  }

  @Operation(summary = "Orders opened on a business day")
  @GetMapping("/orders/daily")
  OrderList daily(
      Tenant tenant,
      @RequestParam LocalDate date,
      @RequestParam(defaultValue = "1000") @Min(1) @Max(1000) int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return OrderList.of(
            messages.get("orders.daily"),
            tenant.storeId(),
            book.openedIn(tenant, DayRange.of(date), cursor, limit))
        .on(date);
  }

  @Operation(summary = "Orders opened on a range of business days")
  @GetMapping("/orders/period")
  OrderList period(
      Tenant tenant,
      @RequestParam LocalDate start,
      @RequestParam LocalDate end,
      @RequestParam(defaultValue = "1000") @Min(1) @Max(1000) int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    return OrderList.of(
            messages.get("orders.period"),
            tenant.storeId(),
            book.openedIn(tenant, new DayRange(start, end), cursor, limit))
        .between(start, end);
  }
}
