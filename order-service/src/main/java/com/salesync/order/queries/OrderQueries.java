package com.salesync.order.queries;

import com.salesync.common.database.Reports;
import com.salesync.common.paging.Cursor;
import com.salesync.common.paging.Page;
import com.salesync.common.paging.PageRequest;
import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads orders with their lines, each list by one statement however long it is, so that totals and
 * lines are of the same moment.
 */
@Component
public class OrderQueries {

  private static final String WITH_LINES =
      """
      select o.*, l.item_id, l.item_name, l.quantity
      from (%s) o left join order_lines l on l.store_id = :store and l.order_id = o.id
      order by %s, o.id, l.line_no
      """;

  private static final String OPEN =
      WITH_LINES.formatted(
          """
          select * from orders
          where store_id = :store and status = 'OPEN' and table_no > :after
          order by table_no limit :limit
          """,
          "o.table_no");

  private static final String OPEN_AT =
      WITH_LINES.formatted(
          """
          select * from orders
          where store_id = :store and status = 'OPEN' and table_no = :table
          """,
          "o.table_no");

  private static final String OPENED_IN =
      WITH_LINES.formatted(
          """
          select * from orders
          where store_id = :store and status <> 'CANCELLED'
            and business_day between :start and :end
            and (business_day, opened_at, id) > (:day, :time, :id)
          order by business_day, opened_at, id limit :limit
          """,
          "o.business_day, o.opened_at");

  private final JdbcClient jdbc;
  private final JdbcClient reports;

  OrderQueries(JdbcClient jdbc, @Reports JdbcClient reports) {
    this.jdbc = jdbc;
    this.reports = reports;
  }

  /** Open orders by table. */
  public Page<OrderSummary> openOrders(Tenant tenant, PageRequest page) {
    List<OrderSummaries.Row> rows =
        jdbc.sql(OPEN)
            .param("store", tenant.storeId())
            .param("after", page.after(Cursor.of(-1)).number(0))
            .param("limit", page.rowsToRead())
            .query(new OrderSummaries(tenant.businessDays()));
    return Page.of(rows, page, row -> Cursor.of(row.order().tableNo()))
        .map(OrderSummaries.Row::order);
  }

  public Optional<OrderSummary> openOrderAt(Tenant tenant, int tableNo) {
    return jdbc
        .sql(OPEN_AT)
        .param("store", tenant.storeId())
        .param("table", tableNo)
        .query(new OrderSummaries(tenant.businessDays()))
        .stream()
        .map(OrderSummaries.Row::order)
        .findFirst();
  }

  /** Orders opened on these business days and not cancelled, oldest first. */
  public Page<OrderSummary> ordersOpenedIn(Tenant tenant, DayRange days, PageRequest page) {
    Cursor after = page.after(Cursor.of(LocalDate.of(1, 1, 1), Instant.EPOCH, 0));
    List<OrderSummaries.Row> rows =
        reports
            .sql(OPENED_IN)
            .param("store", tenant.storeId())
            .param("start", days.start())
            .param("end", days.end())
            .param("day", after.day(0))
            .param("time", after.time(1).atOffset(ZoneOffset.UTC))
            .param("id", after.number(2))
            .param("limit", page.rowsToRead())
            .query(new OrderSummaries(tenant.businessDays()));
    return Page.of(rows, page, row -> row.key()).map(OrderSummaries.Row::order);
  }
}
