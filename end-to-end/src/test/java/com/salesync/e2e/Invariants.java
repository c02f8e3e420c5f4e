package com.salesync.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The invariants of the money path, read across all schemas by a role no service has. Each query
 * counts what breaks its invariant.
 */
final class Invariants {

  private static final String PENDING =
      "select count(*) from sale.sales where status in ('PENDING', 'VOIDING')";
  private static final Duration SETTLED = Duration.ofSeconds(60);
  private static final Map<String, String> INVARIANTS = new LinkedHashMap<>();

  static {
    INVARIANTS.put(
        "I1 captured sales = paid orders, per store and day",
        """
        select count(*) from
          (select store_id, business_day, count(*) n, sum(total_price) total
           from sale.sales where status in ('COMPLETED', 'VOIDING') group by 1, 2) s
          full join
          (select store_id, paid_day as business_day, count(*) n, sum(total_price) total
           from orders.orders where status = 'PAID' group by 1, 2) o
          using (store_id, business_day)
        where (s.n, s.total) is distinct from (o.n, o.total)
        """);
    INVARIANTS.put(
        "I1 daily revenue = captured sales",
        """
        select count(*) from
          (select store_id, business_day, sum(total_price) total
           from sale.sales where status in ('COMPLETED', 'VOIDING') group by 1, 2) s
          full join (select * from sale.daily_revenue where total > 0) r
          using (store_id, business_day)
        where s.total is distinct from r.total
        """);
    INVARIANTS.put(
        "I1 daily item volumes = lines of paid orders",
        """
        select count(*) from
          (select o.store_id, o.paid_day as business_day, l.item_id,
                  sum(l.quantity) quantity, sum(l.quantity * l.unit_price) revenue
           from orders.orders o join orders.order_lines l
             on l.store_id = o.store_id and l.order_id = o.id
           where o.status = 'PAID' group by 1, 2, 3) l
          full join (select * from orders.daily_item_volumes where quantity > 0) v
          using (store_id, business_day, item_id)
        where (l.quantity, l.revenue) is distinct from (v.quantity, v.revenue)
        """);
    INVARIANTS.put(
        "I2 at most one live sale per order",
        """
        select count(*) from (select store_id, order_id from sale.sales
          where status in ('COMPLETED', 'VOIDING') group by 1, 2 having count(*) > 1) doubled
        """);
    INVARIANTS.put(
        "I3 a sale's amount = the sum of its order's lines",
        """
        select count(*) from sale.sales s
        where s.order_id is not null and (s.total_price is distinct from
          (select sum(l.quantity * l.unit_price) from orders.order_lines l
           where l.store_id = s.store_id and l.order_id = s.order_id))
        """);
    INVARIANTS.put(
        "I4 PAID <=> a COMPLETED sale with that id",
        """
        select count(*) from
          (select store_id, id, order_id from sale.sales
           where status in ('COMPLETED', 'VOIDING')) s
          full join
          (select store_id, sale_id as id, id as order_id from orders.orders
           where status = 'PAID') o
          using (store_id, id)
        where s.order_id is distinct from o.order_id
        """);
  }

  private Invariants() {}

  /** Every invariant holds for every store; nothing may be in flight meanwhile. */
  static void assertHold(Stack stack) {
    INVARIANTS.forEach((name, query) -> assertThat(count(stack, query)).as(name).isZero());
  }

  /** The same once no payment and no void of any store is under way any more. */
  static void awaitAndAssertHold(Stack stack) {
    await()
        .atMost(SETTLED)
        .untilAsserted(
            () ->
                assertThat(count(stack, PENDING)).as("payments in flight of all stores").isZero());
    assertHold(stack);
  }

  /** No payment and no void of this store waits for recovery. */
  static void assertNothingPending(Stack stack, long storeId) {
    assertThat(count(stack, PENDING + " and store_id = " + storeId))
        .as("payments in flight of store %d", storeId)
        .isZero();
  }

  /**
   * What a query over all schemas counts.
   *
   * @param query of one number
   */
  static long count(Stack stack, String query) {
    try (Connection connection = stack.parts().superuser().connect();
        PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }
}
