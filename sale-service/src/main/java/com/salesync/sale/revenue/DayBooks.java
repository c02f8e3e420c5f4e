package com.salesync.sale.revenue;

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
import org.springframework.stereotype.Repository;

/** The books of many stores at once, for comparison with those of order-service. */
@Repository
public class DayBooks {

  /**
   * One business day of a store on which something was sold or is under way.
   *
   * @param sales how many sales count on that day
   * @param total their sum in won
   * @param pending sales of that day whose payment or void is not settled yet
   * @param checksum sum over the booked sales of {@code sale id x (won + order id)}: equal only
   *     where the same sales have taken the same amounts for the same orders
   */
  public record Day(
      long storeId,
      LocalDate businessDay,
      long sales,
      BigInteger total,
      long pending,
      BigInteger checksum) {}

  private final JdbcClient jdbc;

  DayBooks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All of one moment, by store and day. */
  public List<Day> of(Collection<Long> stores, DayRange days) {
    return jdbc.sql(
            """
            with booked as (
              select store_id, business_day,
                     sum(id::numeric * (total_price + order_id)) as checksum
              from sales
              where store_id = any(:stores) and business_day between :start and :end
                and status in ('COMPLETED', 'VOIDING')
              group by store_id, business_day),
            under_way as (
              select store_id, business_day, count(*) as pending
              from sales
              where store_id = any(:stores) and business_day between :start and :end
                and status in ('PENDING', 'VOIDING')
              group by store_id, business_day),
            taken as (
              select store_id, business_day, sales, total
              from daily_revenue
              where store_id = any(:stores) and business_day between :start and :end)
            select store_id, business_day, coalesce(sales, 0) as sales, coalesce(total, 0) as total,
                   coalesce(pending, 0) as pending, coalesce(checksum, 0) as checksum
            from taken
            full join under_way using (store_id, business_day)
            full join booked using (store_id, business_day)
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
        row.getLong("sales"),
        whole(row.getBigDecimal("total")),
        row.getLong("pending"),
        whole(row.getBigDecimal("checksum")));
  }

  private static BigInteger whole(BigDecimal number) {
    return number.toBigIntegerExact();
  }
}
