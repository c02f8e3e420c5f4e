package com.salesync.sale.revenue;

import static java.util.Objects.requireNonNull;

import com.salesync.common.database.Reports;
import com.salesync.common.time.DayRange;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Recomputes a store's daily revenue from its booked sales. The two should be found equal; where
 * they are not, the sales are right.
 */
@Component
public class RebuildRevenue {

  private static final Logger log = LoggerFactory.getLogger(RebuildRevenue.class);

  private final JdbcClient jdbc;
  private final JdbcClient reports;
  private final TransactionOperations transactions;

  RebuildRevenue(JdbcClient jdbc, @Reports JdbcClient reports, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.reports = reports;
    this.transactions = transactions;
  }

  /** A day whose recorded revenue was not what its sales add up to, in won. */
  public record Difference(
      LocalDate businessDay,
      long recordedSales,
      BigInteger recordedTotal,
      long sales,
      BigInteger total) {}

  /**
   * Repairs the days that differ, each in a transaction of its own during which bookings of that
   * day wait, and no others. A booking changes sale and revenue in one transaction, so that days
   * that merely change meanwhile do not differ.
   */
  public List<Difference> rebuild(long storeId, DayRange days) {
    List<Difference> repaired =
        compare(reports, storeId, days).stream()
            .flatMap(found -> repair(storeId, found.businessDay()).stream())
            .toList();
    if (!repaired.isEmpty()) {
      log.warn("Store {}: revenue of {} days differed from the sales", storeId, repaired.size());
    }
    return repaired;
  }

  /** Compares the day again, as by now it may have been repaired or have sold more. */
  private List<Difference> repair(long storeId, LocalDate day) {
    return requireNonNull(
        transactions.execute(
            status -> {
              lock(storeId, day);
              List<Difference> differences = compare(jdbc, storeId, DayRange.of(day));
              differences.forEach(difference -> replace(storeId, difference));
              return differences;
            }));
  }

  /** Every booking writes the day's row; a day that lost its own gets one that can be locked. */
  private void lock(long storeId, LocalDate day) {
    jdbc.sql(
            """
            insert into daily_revenue (store_id, business_day, sales, total) values (?, ?, 0, 0)
            on conflict (store_id, business_day) do nothing
            """)
        .params(storeId, day)
        .update();
    jdbc.sql("select from daily_revenue where store_id = ? and business_day = ? for update")
        .params(storeId, day)
        .query((row, number) -> day)
        .single();
  }

  private static List<Difference> compare(JdbcClient source, long storeId, DayRange days) {
    return source
        .sql(
            """
            with booked as (
              select business_day, count(*) as sales, sum(total_price) as total from sales
              where store_id = :store and business_day between :start and :end
                and status in ('COMPLETED', 'VOIDING')
              group by business_day
            ), recorded as (
              select business_day, sales, total from daily_revenue
              where store_id = :store and business_day between :start and :end
            )
            select business_day,
              coalesce(r.sales, 0) as recorded_sales, coalesce(r.total, 0) as recorded_total,
              coalesce(b.sales, 0) as sales, coalesce(b.total, 0) as total
            from booked b full join recorded r using (business_day)
            where coalesce(r.sales, 0) <> coalesce(b.sales, 0)
              or coalesce(r.total, 0) <> coalesce(b.total, 0)
            order by business_day
            """)
        .param("store", storeId)
        .param("start", days.start())
        .param("end", days.end())
        .query(new DataClassRowMapper<>(Difference.class))
        .list();
  }

  private void replace(long storeId, Difference difference) {
    jdbc.sql(
            """
            update daily_revenue set sales = ?, total = ?
            where store_id = ? and business_day = ?
            """)
        .params(
            difference.sales(),
            new BigDecimal(difference.total()),
            storeId,
            difference.businessDay())
        .update();
  }
}
