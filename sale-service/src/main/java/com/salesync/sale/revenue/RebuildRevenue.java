package com.salesync.sale.revenue;

import com.salesync.common.time.DayRange;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Recomputes a store's daily revenue from its booked sales. The two should be found equal; where
 * they are not, the sales are right.
 */
@Component
public class RebuildRevenue {

  private static final Logger log = LoggerFactory.getLogger(RebuildRevenue.class);

  private static final String ADDED_UP =
      """
      select business_day, count(*) as sales, sum(total_price) as total
      from sales
      where store_id = :store and business_day between :start and :end
        and status in ('COMPLETED', 'VOIDING')
      group by business_day
      """;

  private final JdbcClient jdbc;

  RebuildRevenue(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A day whose recorded revenue was not what its sales add up to, in won. */
  public record Difference(
      LocalDate businessDay,
      long recordedSales,
      BigInteger recordedTotal,
      long sales,
      BigInteger total) {}

  /** Repairs what differs, in one transaction during which bookings wait. */
  @Transactional
  public List<Difference> rebuild(long storeId, DayRange days) {
    Map<String, Object> scope = Map.of("store", storeId, "start", days.start(), "end", days.end());
    waitForBookingsUnderWay();
    List<Difference> differences = compare(scope);
    if (!differences.isEmpty()) {
      log.warn("Store {}: revenue of {} days differed from the sales", storeId, differences.size());
      replace(scope);
    }
    return differences;
  }

  /** A booking changes sale and revenue in one transaction: either all of it is seen or nothing. */
  private void waitForBookingsUnderWay() {
    jdbc.sql("lock table daily_revenue in share row exclusive mode").update();
  }

  private List<Difference> compare(Map<String, Object> scope) {
    return jdbc.sql(
            """
            with booked as (%s), recorded as (
              select business_day, sales, total from daily_revenue
              where store_id = :store and business_day between :start and :end)
            select business_day,
              coalesce(r.sales, 0) as recorded_sales, coalesce(r.total, 0) as recorded_total,
              coalesce(b.sales, 0) as sales, coalesce(b.total, 0) as total
            from booked b full join recorded r using (business_day)
            where coalesce(r.sales, 0) <> coalesce(b.sales, 0)
              or coalesce(r.total, 0) <> coalesce(b.total, 0)
            order by business_day
            """
                .formatted(ADDED_UP))
        .params(scope)
        .query(new DataClassRowMapper<>(Difference.class))
        .list();
  }

  private void replace(Map<String, Object> scope) {
    jdbc.sql(
            """
            delete from daily_revenue
            where store_id = :store and business_day between :start and :end
            """)
        .params(scope)
        .update();
    jdbc.sql(
            """
            insert into daily_revenue (business_day, sales, total, store_id)
            select booked.*, :store from (%s) booked
            """
                .formatted(ADDED_UP))
        .params(scope)
        .update();
  }
}
