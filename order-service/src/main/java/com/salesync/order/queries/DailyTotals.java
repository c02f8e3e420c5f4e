package com.salesync.order.queries;

import com.salesync.common.database.Reports;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** What was paid on business days of any stores, for comparison with sale-service's records. */
@Component
public class DailyTotals {

  /**
   * What a store's business day adds up to.
   *
   * @param orders how many orders were paid and not voided
   * @param total their sum in won, from the orders themselves
   * @param reported the revenue in won that reports show, from the roll-up
   * @param checksum sum over these orders of {@code sale id x (won + order id)}: equal only where
   *     the same sales have paid the same amounts for the same orders
   */
  public record DailyTotal(
      long storeId,
      LocalDate businessDay,
      long orders,
      BigInteger total,
      BigInteger reported,
      BigInteger checksum) {}

  private final JdbcClient reports;

  DailyTotals(@Reports JdbcClient reports) {
    this.reports = reports;
  }

  /**
   * The totals of these days, and of every day that a payment or void has changed since; all of one
   * moment, by store and day. Days on which nothing is left have totals of zero.
   *
   * @param changedSince null for the listed days only
   */
  public List<DailyTotal> dailyTotals(Collection<StoreDay> days, @Nullable Instant changedSince) {
    return reports
        .sql(
            """
            with days as (
              select * from unnest(:stores, :days) as listed (store_id, business_day)
              union
              select store_id, paid_day from orders where paid_at >= :since
              union
              select store_id, paid_day from orders where voided_at >= :since)
            select store_id, business_day, orders, total, reported, checksum
            from days
            cross join lateral (
              select count(*) as orders, coalesce(sum(total_price), 0) as total,
                     coalesce(sum(sale_id::numeric * (total_price + id)), 0) as checksum
              from orders o
              where o.store_id = days.store_id and status = 'PAID'
                and paid_day = days.business_day) as paid
            cross join lateral (
              select coalesce(sum(revenue), 0) as reported
              from daily_item_volumes v
              where v.store_id = days.store_id and v.business_day = days.business_day) as sold
            order by store_id, business_day
            """)
        .param("stores", column("bigint", days.stream().map(StoreDay::storeId).toArray()))
        .param("days", column("date", days.stream().map(StoreDay::businessDay).toArray()))
        .param(
            "since",
            changedSince == null ? null : changedSince.atOffset(ZoneOffset.UTC),
            Types.TIMESTAMP_WITH_TIMEZONE)
        .query(DailyTotals::dailyTotal)
        .list();
  }

  private static SqlArrayValue column(String type, Object[] values) {
    return new SqlArrayValue(type, values);
  }

  private static DailyTotal dailyTotal(ResultSet row, int number) throws SQLException {
    return new DailyTotal(
        row.getLong("store_id"),
        row.getObject("business_day", LocalDate.class),
        row.getLong("orders"),
        whole(row.getBigDecimal("total")),
        whole(row.getBigDecimal("reported")),
        whole(row.getBigDecimal("checksum")));
  }

  private static BigInteger whole(BigDecimal number) {
    return number.toBigIntegerExact();
  }
}
