package com.salesync.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Looks at (and tampers with) the rows behind the service's back. */
final class Database {

  /** Each finds what must not be; order-service's side of the money path's invariants. */
  private static final List<String> VIOLATIONS =
      List.of(
          // I2: at most one live sale per order, at most one order per sale
          "select store_id, sale_id from orders where sale_id is not null"
              + " group by 1, 2 having count(*) > 1",
          "select store_id, table_no from orders where status = 'OPEN'"
              + " group by 1, 2 having count(*) > 1",
          // I3: an amount is the sum of its frozen lines
          "select o.id from orders o left join order_lines l"
              + " on (l.store_id, l.order_id) = (o.store_id, o.id) group by o.store_id, o.id"
              + " having o.total_price <> coalesce(sum(l.unit_price * l.quantity), 0)",
          "select order_id from order_lines where quantity <= 0",
          // I4: paid exactly when a sale paid it
          "select id from orders where (status in ('PAID', 'VOIDED')) <> (sale_id is not null)",
          // I1: the roll-up is what the paid lines add up to
          "select * from (select o.store_id, o.paid_day, l.item_id, sum(l.quantity) q,"
              + " sum(l.unit_price * l.quantity) r from orders o join order_lines l on (l.store_id,"
              + " l.order_id) = (o.store_id, o.id) where o.status = 'PAID' group by 1, 2, 3) lines"
              + " full join (select store_id, business_day, item_id, quantity q, revenue r from"
              + " daily_item_volumes where quantity <> 0 or revenue <> 0) rollup on"
              + " (lines.store_id, lines.paid_day, lines.item_id) = (rollup.store_id,"
              + " rollup.business_day, rollup.item_id) where (lines.q, lines.r) is distinct from"
              + " (rollup.q, rollup.r)",
          // no order is left without lines
          "select id from orders o where not exists"
              + " (select from order_lines l where (l.store_id, l.order_id) = (o.store_id, o.id))");

  private Database() {}

  static void assertConsistent() {
    VIOLATIONS.forEach(sql -> assertThat(rows(sql)).as(sql).isEmpty());
  }

  /** Rows as {@code a|b|c}. */
  static List<String> rows(String sql, String... settings) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String setting : settings) {
        statement.execute(setting);
      }
      ResultSet results = statement.executeQuery(sql);
      List<String> rows = new ArrayList<>();
      while (results.next()) {
        StringJoiner row = new StringJoiner("|");
        for (int column = 1; column <= results.getMetaData().getColumnCount(); column++) {
          row.add(String.valueOf(results.getObject(column)));
        }
        rows.add(row.toString());
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** All statements in one transaction. */
  static void change(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String sql : statements) {
        statement.execute(sql);
      }
      connection.commit();
    }
  }

  /** One statement by itself. */
  static void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Lets the COMMIT of each new order of the store take so long, until {@link #delayNone}. */
  static void delayNewOrders(long store, Duration by) throws SQLException {
    execute(
        """
        create function wait_at_commit() returns trigger language plpgsql as
          'begin perform pg_sleep(%s); return null; end'
        """
            .formatted(by.toMillis() / 1000.0));
    execute(
        """
        create constraint trigger wait_at_commit after insert on orders
        deferrable initially deferred for each row
        when (new.store_id = %d) execute function wait_at_commit()
        """
            .formatted(store));
  }

  static void delayNone() throws SQLException {
    execute("drop function wait_at_commit cascade");
  }

  private static Connection connect() throws SQLException {
    Connection connection = PostgresServer.get().adminConnection();
    connection.setSchema("orders");
    return connection;
  }
}
