package com.salesync.order.queries.web;

import com.salesync.common.paging.PageRequest;
import com.salesync.common.problem.Messages;
import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import com.salesync.order.queries.OrderQueries;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Open and past orders. */
@Tag(name = "Orders")
@RestController
final class OrderQueriesController {

  private final OrderQueries queries;
  private final Messages messages;

  OrderQueriesController(OrderQueries queries, Messages messages) {
    this.queries = queries;
    this.messages = messages;
  }

  @Operation(summary = "Open orders by table")
  @GetMapping("/orders/unpaids")
  OrderList unpaid(Tenant tenant, @Valid PageRequest page) {
    return OrderList.of(
        messages.get("orders.unpaid"), tenant.storeId(), queries.openOrders(tenant, page));
  }

  @Operation(summary = "The open order of a table")
  @GetMapping("/orders/unpaids/{table_no}")
  ResponseEntity<UnpaidOrder> unpaidAt(
      Tenant tenant, @PathVariable("table_no") @Min(0) @Max(9999) int tableNo) {
    return queries
        .openOrderAt(tenant, tableNo)
        .map(
            order ->
                ResponseEntity.ok()
                    .eTag(order.etag())
                    .body(
                        UnpaidOrder.of(
                            messages.get("orders.unpaid_table"), tenant.storeId(), order)))
        .orElseGet(() -> ResponseEntity.ok(UnpaidOrder.FREE));
  }

  @Operation(summary = "Orders opened on a business day")
  @GetMapping("/orders/daily")
  OrderList daily(Tenant tenant, @RequestParam LocalDate date, @Valid PageRequest page) {
    return OrderList.of(
            messages.get("orders.daily"),
            tenant.storeId(),
            queries.ordersOpenedIn(tenant, DayRange.of(date), page))
        .on(date);
  }

  @Operation(summary = "Orders opened on a range of business days")
  @GetMapping("/orders/period")
  OrderList period(
      Tenant tenant,
      @RequestParam LocalDate start,
      @RequestParam LocalDate end,
      @Valid PageRequest page) {
    return OrderList.of(
            messages.get("orders.period"),
            tenant.storeId(),
            queries.ordersOpenedIn(tenant, new DayRange(start, end), page))
        .between(start, end);
  }
}
