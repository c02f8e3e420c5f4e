package com.salesync.order.queries;

import com.salesync.common.paging.Cursor;
import com.salesync.common.time.BusinessDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.ResultSetExtractor;

/** Folds a result of one row per line, the lines of an order together, into orders. */
record OrderSummaries(BusinessDays days) implements ResultSetExtractor<List<OrderSummaries.Row>> {

  /** An order and the business day that sorts it, which no client sees. */
  record Row(OrderSummary order, LocalDate day) {

    Cursor key() {
      return Cursor.of(day, order.orderDate().toInstant(), order.orderId());
    }
  }

  @Override
  public List<Row> extractData(ResultSet results) throws SQLException {
    List<Row> rows = new ArrayList<>();
    while (results.next()) {
      if (rows.isEmpty() || rows.getLast().order().orderId() != results.getLong("id")) {
        rows.add(order(results));
      }
      if (results.getString("item_name") != null) {
        rows.getLast().order().carts().add(line(results));
      }
    }
    return rows;
  }

  private Row order(ResultSet results) throws SQLException {
    return new Row(
        new OrderSummary(
            results.getLong("id"),
            days.at(results.getObject("opened_at", OffsetDateTime.class).toInstant()),
            results.getInt("table_no"),
            results.getLong("total_price"),
            results.getLong("version"),
            results.getString("status"),
            new ArrayList<>()),
        results.getObject("business_day", LocalDate.class));
  }

  private static OrderSummary.CartEntry line(ResultSet results) throws SQLException {
    return new OrderSummary.CartEntry(
        results.getLong("item_id"), results.getString("item_name"), results.getInt("quantity"));
  }
}
