package com.salesync.localstack.demo;

import com.salesync.localstack.process.StackFailure;
import com.salesync.localstack.server.DatabaseAccess;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes paid orders of past days into the schemas of order- and sale-service as those would have:
 * tabs with their lines, sales, the daily roll-ups and the audit log. One transaction: all or
 * nothing.
 */
final class History {

  private final DatabaseAccess superuser;

  History(DatabaseAccess superuser) {
    this.superuser = superuser;
  }

  /** True when the shop took money on one of these days. */
  boolean exists(long storeId, LocalDate first, LocalDate last) {
    String query =
        """
        SELECT EXISTS (SELECT FROM sale.sales WHERE store_id = ? AND business_day BETWEEN ? AND ?)
        """;
    try (Connection connection = superuser.connect();
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setLong(1, storeId);
      statement.setDate(2, Date.valueOf(first));
      statement.setDate(3, Date.valueOf(last));
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  void write(long storeId, List<PastOrder> orders) {
    try (Connection connection = superuser.connect()) {
      connection.setAutoCommit(false);
      List<Long> orderIds = ids(connection, "orders.orders", orders.size());
      List<Long> saleIds = ids(connection, "sale.sales", orders.size());
      // The tables' triggers name what they need without its schema.
      execute(connection, "SET LOCAL search_path = orders");
      writeOrders(connection, storeId, orders, orderIds, saleIds);
      writeLines(connection, orders, orderIds);
      execute(connection, "SET CONSTRAINTS ALL IMMEDIATE");
      execute(connection, "SET LOCAL search_path = sale");
      writeSales(connection, storeId, orders, orderIds, saleIds);
      derive(connection, storeId, orders);
      connection.commit();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static void execute(Connection connection, String command) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private static List<Long> ids(Connection connection, String table, int count)
      throws SQLException {
    String query = "SELECT nextval(pg_get_serial_sequence(?, 'id')) FROM generate_series(1, ?)";
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, table);
      statement.setInt(2, count);
      List<Long> ids = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getLong(1));
        }
      }
      return ids;
    }
  }

  private static void writeOrders(
      Connection connection,
      long storeId,
      List<PastOrder> orders,
      List<Long> orderIds,
      List<Long> saleIds)
      throws SQLException {
    String insert =
        """
        INSERT INTO orders.orders (id, store_id, table_no, status, opened_at, business_day,
                                   total_price, version, sale_id, paid_at, paid_day)
        VALUES (?, ?, ?, 'PAID', ?, ?, ?, 2, ?, ?, ?)
        """;
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      for (int i = 0; i < orders.size(); i++) {
        PastOrder order = orders.get(i);
        statement.setLong(1, orderIds.get(i));
        statement.setLong(2, storeId);
        statement.setInt(3, order.tableNo());
        statement.setTimestamp(4, timestamp(order.openedAt()));
        statement.setDate(5, Date.valueOf(order.day()));
        statement.setLong(6, order.total());
        statement.setLong(7, saleIds.get(i));
        statement.setTimestamp(8, timestamp(order.paidAt()));
        statement.setDate(9, Date.valueOf(order.day()));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void writeLines(Connection connection, List<PastOrder> orders, List<Long> orderIds)
      throws SQLException {
    String insert =
        """
        INSERT INTO orders.order_lines (order_id, line_no, item_id, item_name, unit_price, quantity)
        VALUES (?, ?, ?, ?, ?, ?)
        """;
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      for (int i = 0; i < orders.size(); i++) {
        List<PastOrder.Line> lines = orders.get(i).lines();
        for (int number = 0; number < lines.size(); number++) {
          PastOrder.Line line = lines.get(number);
          statement.setLong(1, orderIds.get(i));
          statement.setInt(2, number);
          statement.setLong(3, line.item().id());
          statement.setString(4, line.item().name());
          statement.setLong(5, line.item().price());
          statement.setInt(6, line.quantity());
          statement.addBatch();
        }
      }
      statement.executeBatch();
    }
  }

  private static void writeSales(
      Connection connection,
      long storeId,
      List<PastOrder> orders,
      List<Long> orderIds,
      List<Long> saleIds)
      throws SQLException {
    String insert =
        """
        INSERT INTO sale.sales (id, store_id, table_no, claimed_total, payment_type, business_day,
                                created_at, status, attempts, attempted_at, order_id, total_price,
                                settled_at)
        OVERRIDING SYSTEM VALUE
        VALUES (?, ?, ?, ?, ?, ?, ?, 'COMPLETED', 1, ?, ?, ?, ?)
        """;
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      for (int i = 0; i < orders.size(); i++) {
        PastOrder order = orders.get(i);
        Timestamp paid = timestamp(order.paidAt());
        statement.setLong(1, saleIds.get(i));
        statement.setLong(2, storeId);
        statement.setInt(3, order.tableNo());
        statement.setLong(4, order.total());
        statement.setString(5, order.paymentType());
        statement.setDate(6, Date.valueOf(order.day()));
        statement.setTimestamp(7, paid);
        statement.setTimestamp(8, paid);
        statement.setLong(9, orderIds.get(i));
        statement.setLong(10, order.total());
        statement.setTimestamp(11, paid);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Counted and recorded from the rows just written, as the services do one by one. */
  private static void derive(Connection connection, long storeId, List<PastOrder> orders)
      throws SQLException {
    List<String> derivations =
        List.of(
            """
            INSERT INTO orders.daily_item_volumes
              (store_id, business_day, item_id, name, quantity, revenue)
            SELECT o.store_id, o.paid_day, l.item_id, max(l.item_name), sum(l.quantity),
                   sum(l.quantity * l.unit_price)
            FROM orders.orders o JOIN orders.order_lines l ON l.order_id = o.id
            WHERE o.store_id = ? AND o.status = 'PAID' AND o.paid_day BETWEEN ? AND ?
            GROUP BY o.store_id, o.paid_day, l.item_id
            """,
            """
            INSERT INTO sale.daily_revenue (store_id, business_day, sales, total)
            SELECT store_id, business_day, count(*), sum(total_price)
            FROM sale.sales
            WHERE store_id = ? AND status = 'COMPLETED' AND business_day BETWEEN ? AND ?
            GROUP BY store_id, business_day
            """,
            """
            INSERT INTO orders.audit_log (at, store_id, action, subject, details)
            SELECT paid_at, store_id, 'order.paid', 'order:' || id,
                   jsonb_build_object('sale_id', sale_id, 'total_price', total_price)
            FROM orders.orders
            WHERE store_id = ? AND status = 'PAID' AND paid_day BETWEEN ? AND ?
            ORDER BY id
            """,
            """
            INSERT INTO sale.audit_log (at, store_id, action, subject, details)
            SELECT settled_at, store_id, 'sale.completed', 'sale:' || id,
                   jsonb_build_object('total', total_price, 'order_id', order_id,
                                      'payment_type', payment_type)
            FROM sale.sales
            WHERE store_id = ? AND status = 'COMPLETED' AND business_day BETWEEN ? AND ?
            ORDER BY id
            """);
    for (String derivation : derivations) {
      try (PreparedStatement statement = connection.prepareStatement(derivation)) {
        statement.setLong(1, storeId);
        statement.setDate(2, Date.valueOf(orders.getFirst().day()));
        statement.setDate(3, Date.valueOf(orders.getLast().day()));
        statement.executeUpdate();
      }
    }
  }

  private static Timestamp timestamp(Instant instant) {
    return Timestamp.from(instant);
  }

  private static StackFailure failure(SQLException e) {
    return new StackFailure("The history could not be written: " + e.getMessage(), e);
  }
}
