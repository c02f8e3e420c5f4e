package com.salesync.sale;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The orders of all stores, in memory, and what order-service does with them. */
final class FakeOrders {

  /** A table's order. */
  static final class Order {
    final long store;
    final int table;
    final long orderId;
    final long total;
    final Instant openedAt = Instant.now();
    String status = "OPEN";
    @Nullable Long paidBy;
    @Nullable String businessDay;

    Order(long store, int table, long orderId, long total) {
      this.store = store;
      this.table = table;
      this.orderId = orderId;
      this.total = total;
    }
  }

  /** A status and a JSON body. */
  record Reply(int status, String body) {}

  private final AtomicLong ids = new AtomicLong(System.nanoTime());
  private final List<Order> placed = new ArrayList<>();

  /** Opens an order as if it had been placed. */
  synchronized Order open(long store, int table, long total) {
    Order order = new Order(store, table, ids.incrementAndGet(), total);
    placed.add(order);
    return order;
  }

  synchronized List<Order> paid(long store) {
    return placed.stream()
        .filter(order -> order.store == store && order.status.equals("PAID"))
        .toList();
  }

  /** The id of the order this sale has paid. */
  synchronized long paidBy(long sale) {
    return placed.stream()
        .filter(order -> order.paidBy != null && order.paidBy == sale)
        .findFirst()
        .orElseThrow()
        .orderId;
  }

  /** Does what order-service would do. */
  synchronized Reply answer(long store, String request, JsonNode body) {
    if (request.equals("PUT /orders/paid")) {
      return pay(store, body);
    }
    if (request.equals("PUT /internal/orders/voided")) {
      return voidPaid(store, body.get("sale_id").asLong());
    }
    String paidBy = "GET /internal/orders/paid-by/";
    if (request.startsWith(paidBy)) {
      return byPayer(store, Long.parseLong(request.substring(paidBy.length())))
          .map(FakeOrders::paidAnswer)
          .orElse(problem(404, "ORDER_NOT_FOUND"));
    }
    return problem(404, "NOT_FOUND");
  }

  private Reply pay(long store, JsonNode body) {
    long saleId = body.get("sale_id").asLong();
    Optional<Order> known = byPayer(store, saleId);
    if (known.isPresent()) {
      return paidAnswer(known.get());
    }
    Optional<Order> open =
        placed.stream()
            .filter(order -> order.store == store && order.table == body.get("table_no").asInt())
            .filter(order -> order.status.equals("OPEN"))
            .findFirst();
    Instant requestedAt = Instant.parse(body.get("requested_at").asString());
    if (open.isEmpty()) {
      return nothingOpen(store, body.get("table_no").asInt());
    }
    if (open.get().openedAt.isAfter(requestedAt)) {
      return problem(404, "ORDER_NOT_FOUND");
    }
    Order order = open.get();
    if (order.total != body.get("total_price").asLong()) {
      return new Reply(
          409, "{\"code\":\"TOTAL_MISMATCH\",\"total_price\":%d}".formatted(order.total));
    }
    order.status = "PAID";
    order.paidBy = saleId;
    order.businessDay = body.get("business_day").asString();
    return paidAnswer(order);
  }

  private Reply nothingOpen(long store, int table) {
    return placed.stream()
        .filter(order -> order.store == store && order.table == table)
        .reduce((earlier, later) -> later)
        .filter(last -> last.paidBy != null)
        .map(
            last ->
                new Reply(
                    404,
                    """
                    {"code":"ORDER_NOT_FOUND",
                     "last_payment":{"sale_id":%d,"order_id":%d,"total_price":%d}}
                    """
                        .formatted(last.paidBy, last.orderId, last.total)))
        .orElse(problem(404, "ORDER_NOT_FOUND"));
  }

  private Reply voidPaid(long store, long saleId) {
    Optional<Order> order = byPayer(store, saleId);
    order.ifPresent(paid -> paid.status = "VOIDED");
    return order.map(FakeOrders::paidAnswer).orElse(problem(404, "ORDER_NOT_FOUND"));
  }

  private Optional<Order> byPayer(long store, long saleId) {
    return placed.stream()
        .filter(order -> order.store == store && order.paidBy != null && order.paidBy == saleId)
        .findFirst();
  }

  private static Reply paidAnswer(Order order) {
    return new Reply(
        200,
        "{\"order_id\":%d,\"total_price\":%d,\"status\":\"%s\"}"
            .formatted(order.orderId, order.total, order.status));
  }

  static Reply problem(int status, String code) {
    return new Reply(status, "{\"status\":%d,\"code\":\"%s\"}".formatted(status, code));
  }
}
