package com.salesync.order.placing.web;

import com.salesync.common.problem.Messages;
import com.salesync.common.security.Tenant;
import com.salesync.order.placing.CancelOrder;
import com.salesync.order.placing.IfMatch;
import com.salesync.order.placing.PlaceOrder;
import com.salesync.order.placing.ReplaceOrder;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Orders as a till writes them. */
@Tag(name = "Orders")
@RestController
final class OrderController {

  private final PlaceOrder placeOrder;
  private final ReplaceOrder replaceOrder;
  private final CancelOrder cancelOrder;
  private final Messages messages;

  OrderController(
      PlaceOrder placeOrder,
      ReplaceOrder replaceOrder,
      CancelOrder cancelOrder,
      Messages messages) {
    this.placeOrder = placeOrder;
    this.replaceOrder = replaceOrder;
    this.cancelOrder = cancelOrder;
    this.messages = messages;
  }

  /**
   * The orders that were cancelled, at most one.
   *
   * @param tableNo text, as the published client reads it
   */
  record Cancelled(String result, String message, String tableNo, List<Long> orders) {}

  @Operation(summary = "Order at a table; joins its open order")
  @PostMapping("/orders")
  ResponseEntity<OrderAnswer> place(
      Tenant tenant,
      @Valid @RequestBody OrderRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return placeOrder
        .placeOrder(tenant, request.order(), key, new IfMatch(ifMatch))
        .map(order -> OrderAnswer.success(messages.get("order.placed"), request.tableNo(), order))
        .orElseGet(() -> OrderAnswer.without("failed", messages.get("order.nothing_ordered")));
  }

  @Operation(summary = "Replace what is on the open order; empty carts cancel it")
  @PutMapping("/orders")
  ResponseEntity<OrderAnswer> replace(
      Tenant tenant,
      @Valid @RequestBody OrderRequest request,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    IfMatch expected = new IfMatch(ifMatch);
    if (request.carts().isEmpty()) {
      return cancelOrder
          .cancelOrder(tenant, request.tableNo(), expected)
          .map(id -> OrderAnswer.without("cancelled", messages.get("order.emptied")))
          .orElseGet(() -> OrderAnswer.without("failed", messages.get("order.nothing_to_replace")));
    }
    return OrderAnswer.success(
        messages.get("order.replaced"),
        request.tableNo(),
        replaceOrder.replaceOrder(tenant, request.order(), expected));
  }

  @Operation(summary = "Cancel the open order of a table")
  @DeleteMapping("/orders/{table_no}")
  Cancelled cancel(
      Tenant tenant,
      @PathVariable("table_no") @Min(0) @Max(9999) int tableNo,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    return new Cancelled(
        "success",
        messages.get("order.cancelled"),
        Integer.toString(tableNo),
        cancelOrder.cancelOrder(tenant, tableNo, new IfMatch(ifMatch)).stream().toList());
  }
}
