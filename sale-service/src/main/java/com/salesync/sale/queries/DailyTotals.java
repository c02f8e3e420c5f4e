package com.salesync.sale.queries;

import com.salesync.common.database.Reports;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The totals of business days of any stores, to be compared with those of order-service. */
@Repository
public class DailyTotals {

  /**
   * The totals of a store's business day.
   *
   * @param sales how many sales count on that day
   * @param total their sum in won
   * @param pending sales of that day whose payment or void is not settled yet
   * @param checksum sum over the booked sales of {@code sale id x (won + order id)}: equal only
   *     where the same sales were paid the same amounts for the same orders
   */
  public record DailyTotal(
      long storeId,
      LocalDate businessDay,
      long sales,
      BigInteger total,
      long pending,
      BigInteger checksum) {}

  /** A sale begun or to be voided since, and no longer under way, was settled or voided since. */
  private static final String CHANGED =
      """
      select store_id, business_day from sales where settled_at >= cast(:since as timestamptz)
      union
      select store_id, business_day from sales where voided_at >= cast(:since as timestamptz)
      union
      select store_id, business_day from sales
      where status in ('PENDING', 'VOIDING')
        and coalesce(void_requested_at, created_at) >= cast(:since as timestamptz)
      """;

  private final JdbcClient jdbc;

  DailyTotals(@Reports JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The totals of the listed days, and of every day of any store that changed since the instant, if
   * there is one. All of one moment, by store and day; each day once, also where nothing was sold.
   */
  public List<DailyTotal> dailyTotals(List<StoreDay> listed, @Nullable Instant changedSince) {
    return jdbc.sql(
            """
            with asked as (
              select store_id, business_day from unnest(:stores, :days) as t (store_id, business_day)
              union
              %s)
            select store_id, business_day, coalesce(sales, 0) as sales, coalesce(total, 0) as total,
                   pending, checksum
            from asked
            left join daily_revenue using (store_id, business_day)
            cross join lateral (
              select count(*) as pending from sales
              where sales.store_id = asked.store_id and sales.business_day = asked.business_day
                and status in ('PENDING', 'VOIDING')) as under_way
            cross join lateral (
              select coalesce(sum(id::numeric * (total_price + order_id)), 0) as checksum from sales
              where sales.store_id = asked.store_id and sales.business_day = asked.business_day
                and status in ('COMPLETED', 'VOIDING')) as booked
            order by store_id, business_day
            """
                .formatted(CHANGED))
        .param(
            "stores", new SqlArrayValue("bigint", listed.stream().map(StoreDay::storeId).toArray()))
        .param(
            "days", new SqlArrayValue("date", listed.stream().map(StoreDay::businessDay).toArray()))
        .param("since", changedSince == null ? null : changedSince.atOffset(ZoneOffset.UTC))
        .query(DailyTotals::day)
        .list();
  }

  private static DailyTotal day(ResultSet row, int number) throws SQLException {
    return new DailyTotal(
        row.getLong("store_id"),
        row.getObject("business_day", LocalDate.class),
        row.getLong("sales"),
        whole(row.getBigDecimal("total")),
        row.getLong("pending"),
        whole(row.getBigDecimal("checksum")));
  }

  private static BigInteger whole(BigDecimal number) {
    return number.toBigIntegerExact();
  }
}
