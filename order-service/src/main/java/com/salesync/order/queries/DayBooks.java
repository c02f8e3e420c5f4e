package com.salesync.order.queries;

import com.salesync.common.time.DayRange;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The books of many stores at once, for comparison with those of sale-service. */
@Component
public class DayBooks {

  /**
   * One business day of a store on which something was paid.
   *
   * @param orders how many orders were paid and not voided
   * @param total their sum in won, from the orders themselves
   * @param reported the revenue in won that reports show, from the roll-up
   * @param checksum sum over these orders of {@code sale id x (won + order id)}: equal only where
   *     the same sales have paid the same amounts for the same orders
   */
  public record Day(
      long storeId,
      LocalDate businessDay,
      long orders,
      BigInteger total,
      BigInteger reported,
      BigInteger checksum) {}

  private final JdbcClient jdbc;

  DayBooks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All of one moment, by store and day. */
  public List<Day> of(Collection<Long> stores, DayRange days) {
    return jdbc.sql(
            """
            with paid as (
              select store_id, paid_day as business_day, count(*) as orders,
                     sum(total_price) as total,
                     sum(sale_id::numeric * (total_price + id)) as checksum
              from orders
              where store_id = any(:stores) and status = 'PAID' and paid_day between :start and :end
              group by store_id, paid_day),
            sold as (
              select store_id, business_day, sum(revenue) as reported
              from daily_item_volumes
              where store_id = any(:stores) and business_day between :start and :end
              group by store_id, business_day)
            select store_id, business_day, coalesce(orders, 0) as orders,
                   coalesce(total, 0) as total, coalesce(reported, 0) as reported,
                   coalesce(checksum, 0) as checksum
            from paid full join sold using (store_id, business_day)
            order by store_id, business_day
            """)
        .param("stores", new SqlArrayValue("bigint", stores.toArray()))
        .param("start", days.start())
        .param("end", days.end())
        .query(DayBooks::day)
        .list();
  }

  private static Day day(ResultSet row, int number) throws SQLException {
    return new Day(
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
