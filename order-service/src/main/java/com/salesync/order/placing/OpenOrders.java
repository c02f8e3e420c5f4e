package com.salesync.order.placing;

import com.salesync.common.problem.Problem;
import com.salesync.common.security.Tenant;
import com.salesync.order.order.Order;
import com.salesync.order.order.Orders;
import com.salesync.order.queries.OrderQueries;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one open order of a table, locked until the transaction ends. */
@Component
final class OpenOrders {

  /** Each further attempt needs an order to be opened and closed between two statements. */
  private static final int ATTEMPTS = 10;

  private final Orders orders;
  private final OrderQueries queries;
  private final JdbcClient jdbc;
  private final Clock clock;

  OpenOrders(Orders orders, OrderQueries queries, JdbcClient jdbc, Clock clock) {
    this.orders = orders;
    this.queries = queries;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The open order, if there is one.
   *
   * @throws Problem 412 if it is not as expected
   */
  Optional<Order> lock(Tenant tenant, int tableNo, IfMatch ifMatch) {
    Optional<Order> open = orders.lockOpen(tenant.storeId(), tableNo);
    ifMatch.requireMatch(() -> queries.openOrderAt(tenant, tableNo));
    return open;
  }

  /** Opens an order where there is none; of parallel openers one inserts and the others wait. */
  Order lockOrOpen(Tenant tenant, int tableNo) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Order> open = orders.lockOpen(tenant.storeId(), tableNo);
      if (open.isPresent()) {
        return open.get();
      }
      open(tenant, tableNo);
    }
    throw Problem.unavailable("ORDER_BUSY", 1);
  }

  /**
   * Compares a locked order with what its writer expects; one just opened is nothing to expect.
   *
   * @throws Problem 412 with the open order
   */
  void requireMatch(Tenant tenant, int tableNo, Order order, IfMatch ifMatch) {
    boolean justOpened = order.isEmpty();
    ifMatch.requireMatch(
        () -> justOpened ? Optional.empty() : queries.openOrderAt(tenant, tableNo));
  }

  private void open(Tenant tenant, int tableNo) {
    Instant now = clock.instant();
    jdbc.sql(
            """
            insert into orders (store_id, table_no, opened_at, business_day)
            values (?, ?, ?, ?)
            on conflict (store_id, table_no) where status = 'OPEN' do nothing
            """)
        .params(
            tenant.storeId(),
            tableNo,
            now.atOffset(ZoneOffset.UTC),
            tenant.businessDays().dayOf(now))
        .update();
  }
}
