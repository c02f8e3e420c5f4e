package com.salesync.order.book;

import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads orders with their lines, each list by one statement however long it is, so that totals and
 * lines are of the same moment.
 */
@Component
public class OrderBook {

  private static final String WITH_LINES =
      """
      select o.*, l.item_id, l.item_name, l.quantity
      from (%s) o left join order_lines l on l.order_id = o.id
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
            and (business_day, id) > (:day, :id)
          order by business_day, id limit :limit
          """,
          "o.business_day");

  private final JdbcClient jdbc;

  OrderBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Open orders by table. */
  public Page open(Tenant tenant, @Nullable String cursor, int limit) {
    List<OrderRows.Row> rows =
        jdbc.sql(OPEN)
            .param("store", tenant.storeId())
            .param("after", Cursor.parse(cursor).major())
            .param("limit", limit + 1)
            .query(new OrderRows(tenant.businessDays()));
    return page(rows, limit, row -> new Cursor(row.entry().tableNo(), row.entry().orderId()));
  }

  public Optional<OrderEntry> openAt(Tenant tenant, int tableNo) {
    return jdbc
        .sql(OPEN_AT)
        .param("store", tenant.storeId())
        .param("table", tableNo)
        .query(new OrderRows(tenant.businessDays()))
        .stream()
        .map(OrderRows.Row::entry)
        .findFirst();
  }

  /** Orders opened on these business days and not cancelled, oldest first. */
  public Page openedIn(Tenant tenant, DayRange days, @Nullable String cursor, int limit) {
    Cursor after = Cursor.parse(cursor);
    List<OrderRows.Row> rows =
        jdbc.sql(OPENED_IN)
            .param("store", tenant.storeId())
            .param("start", days.start())
            .param("end", days.end())
            .param("day", after.day())
            .param("id", after.minor())
            .param("limit", limit + 1)
            .query(new OrderRows(tenant.businessDays()));
    return page(rows, limit, row -> new Cursor(row.day().toEpochDay(), row.entry().orderId()));
  }

  private static Page page(
      List<OrderRows.Row> oneMore, int limit, Function<OrderRows.Row, Cursor> place) {
    boolean more = oneMore.size() > limit;
    List<OrderRows.Row> shown = more ? oneMore.subList(0, limit) : oneMore;
    return new Page(
        shown.stream().map(OrderRows.Row::entry).toList(),
        more ? place.apply(shown.getLast()).toString() : null);
  }
}
