package com.salesync.sale.revenue;

import com.salesync.common.database.Reports;
import com.salesync.common.time.DayRange;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Each store's revenue by business day, in won. Changes join the caller's transaction. */
@Repository
public class DailyRevenue {

  /**
   * One business day of a store on which something was sold or is under way.
   *
   * @param sales how many sales count on that day
   * @param total their sum in won
   * @param pending sales of that day whose payment or void is not settled yet
   */
  public record Day(LocalDate businessDay, long sales, BigInteger total, long pending) {}

  private final JdbcClient jdbc;
  private final JdbcClient reports;

  DailyRevenue(JdbcClient jdbc, @Reports JdbcClient reports) {
    this.jdbc = jdbc;
    this.reports = reports;
  }

  /**
   * Applies a change to its day.
   *
   * @throws IllegalStateException if it takes from a day on which nothing was sold
   */
  public void apply(RevenueChange change) {
    if (update(change)) {
      return;
    }
    if (change.sales() < 0) {
      throw new IllegalStateException(
          "No revenue of store %d on %s".formatted(change.storeId(), change.businessDay()));
    }
    insertOrUpdate(change);
  }

  private boolean update(RevenueChange change) {
    return jdbc.sql(
                """
                update daily_revenue set sales = sales + ?, total = total + ?
                where store_id = ? and business_day = ?
                """)
            .params(change.sales(), change.amount(), change.storeId(), change.businessDay())
            .update()
        == 1;
  }

  /** The first sale of a day may meet another first one. */
  private void insertOrUpdate(RevenueChange change) {
    jdbc.sql(
            """
            insert into daily_revenue as kept (store_id, business_day, sales, total)
            values (?, ?, ?, ?)
            on conflict (store_id, business_day)
            do update set sales = kept.sales + excluded.sales, total = kept.total + excluded.total
            """)
        .params(change.storeId(), change.businessDay(), change.sales(), change.amount())
        .update();
  }

  /** The sum of the days' totals in won, 0 where nothing was sold. */
  public BigInteger total(long storeId, DayRange days) {
    return reports
        .sql(
            """
            select coalesce(sum(total), 0) from daily_revenue
            where store_id = ? and business_day between ? and ?
            """)
        .params(storeId, days.start(), days.end())
        .query(BigDecimal.class)
        .single()
        .toBigInteger();
  }

  /** The days on which something was sold or is under way, in order. */
  public List<Day> days(long storeId, DayRange days) {
    return reports
        .sql(
            """
            select business_day, coalesce(sales, 0) as sales, coalesce(total, 0) as total,
                   coalesce(pending, 0) as pending
            from (select business_day, sales, total from daily_revenue
                  where store_id = :store and business_day between :start and :end) as booked
            full join
                 (select business_day, count(*) as pending from sales
                  where store_id = :store and business_day between :start and :end
                    and status in ('PENDING', 'VOIDING')
                  group by business_day) as under_way
            using (business_day)
            order by business_day
            """)
        .param("store", storeId)
        .param("start", days.start())
        .param("end", days.end())
        .query(
            (row, number) ->
                new Day(
                    row.getObject("business_day", LocalDate.class),
                    row.getLong("sales"),
                    row.getBigDecimal("total").toBigInteger(),
                    row.getLong("pending")))
        .list();
  }
}
