package com.salesync.e2e.database;

import com.salesync.localstack.server.DatabaseAccess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The invariants of the money path. Each query counts what breaks its invariant. */
public final class InvariantQueries {

  /** Payments and voids under way, of all stores. */
  public static final String PENDING =
      "select count(*) from sale.sales where status in ('PENDING', 'VOIDING')";

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

  private InvariantQueries() {}

  /** How often each invariant is broken; nothing may be in flight meanwhile. */
  public static Map<String, Long> counts(DatabaseAccess superuser) {
    Map<String, Long> counts = new LinkedHashMap<>();
    INVARIANTS.forEach((name, query) -> counts.put(name, count(superuser, query)));
    return counts;
  }

  /**
   * What a query over all schemas counts.
   *
   * @param query of one number
   */
  public static long count(DatabaseAccess superuser, String query) {
    try (Connection connection = superuser.connect();
        PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }
}
