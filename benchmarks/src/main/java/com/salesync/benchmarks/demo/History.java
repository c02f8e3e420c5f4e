package com.salesync.benchmarks.demo;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.salesync.benchmarks.client.UnexpectedAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Writes paid orders of past days into the schemas of order- and sale-service as those would have:
 * orders with their lines, sales, the totals of a day and the audit log.
 */
public final class History {

  /** Connects to the database as a role that may write every schema. */
  @FunctionalInterface
  public interface Database {

    Connection connect() throws SQLException;
  }

  private final Database database;

  public History(Database database) {
    this.database = database;
  }

  /** True when the shop took money on one of these days. */
  boolean exists(long storeId, LocalDate first, LocalDate last) {
    String query =
        """
        SELECT EXISTS (SELECT FROM sale.sales WHERE store_id = ? AND business_day BETWEEN ? AND ?)
        """;
    try (Connection connection = database.connect();
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

  /** One transaction: all or nothing. */
  void write(long storeId, List<PastOrder> orders) {
    String given =
        "SELECT set_config('demo.store_id', ?, true), set_config('demo.orders', ?, true)";
    try (Connection connection = database.connect();
        PreparedStatement settings = connection.prepareStatement(given);
        Statement script = connection.createStatement()) {
      connection.setAutoCommit(false);
      settings.setString(1, Long.toString(storeId));
      settings.setString(2, json(orders).toString());
      settings.execute();
      script.execute(script());
      connection.commit();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static JsonArray json(List<PastOrder> orders) {
    JsonArray all = new JsonArray();
    for (PastOrder order : orders) {
      JsonArray lines = new JsonArray();
      for (PastOrder.Line line : order.lines()) {
        JsonObject each = new JsonObject();
        each.addProperty("item_id", line.item().id());
        each.addProperty("item_name", line.item().name());
        each.addProperty("unit_price", line.item().price());
        each.addProperty("quantity", line.quantity());
        lines.add(each);
      }
      JsonObject each = new JsonObject();
      each.addProperty("day", order.day().toString());
      each.addProperty("opened_at", order.openedAt().toString());
      each.addProperty("paid_at", order.paidAt().toString());
      each.addProperty("table_no", order.tableNo());
      each.addProperty("payment_type", order.paymentType());
      each.addProperty("total_price", order.total());
      each.add("lines", lines);
      all.add(each);
    }
    return all;
  }

  private static String script() {
    try (InputStream file =
        Objects.requireNonNull(History.class.getResourceAsStream("history.sql"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UnexpectedAnswer failure(SQLException e) {
    return new UnexpectedAnswer("The history could not be written: " + e.getMessage(), e);
  }
}
