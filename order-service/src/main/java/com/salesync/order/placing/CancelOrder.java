package com.salesync.order.placing;

import com.salesync.common.audit.AuditLog;
import com.salesync.common.security.Tenant;
import com.salesync.order.order.Order;
import com.salesync.order.order.Orders;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes a table's open order without payment; it stays on record with its lines. */
@Component
public class CancelOrder {

  private final OpenOrders openOrders;
  private final Orders orders;
  private final AuditLog audit;
  private final Clock clock;

  CancelOrder(OpenOrders openOrders, Orders orders, AuditLog audit, Clock clock) {
    this.openOrders = openOrders;
    this.orders = orders;
    this.audit = audit;
    this.clock = clock;
  }

  /** The id of the order cancelled, or empty if none was open. */
  @Transactional
  public Optional<Long> cancelOrder(Tenant tenant, int tableNo, IfMatch ifMatch) {
    Optional<Order> open = openOrders.lock(tenant, tableNo, ifMatch);
    open.ifPresent(
        order -> {
          order.cancel(clock.instant());
          orders.saveAndFlush(order);
          audit.record(
              tenant.storeId(),
              "order.cancelled",
              "order:" + order.id(),
              Map.of("table_no", tableNo, "total_price", order.totalPrice()));
        });
    return open.map(Order::id);
  }
}
