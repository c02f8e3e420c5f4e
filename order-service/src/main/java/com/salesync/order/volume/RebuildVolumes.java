package com.salesync.order.volume;

import com.salesync.common.time.DayRange;
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
 * Recomputes a store's daily volumes from the lines of its paid orders. They should be found equal;
 * where they are not, the lines are right.
 */
@Component
public class RebuildVolumes {

  private static final Logger log = LoggerFactory.getLogger(RebuildVolumes.class);

  /** What differs on the rows of a table {@code days (store_id, business_day)}. */
  static final String DIFFERENCES =
      """
      select days.store_id, days.business_day, difference.*
      from days cross join lateral (
        select item_id,
          coalesce(r.quantity, 0) as recorded_quantity,
          coalesce(r.revenue, 0) as recorded_revenue,
          coalesce(p.quantity, 0) as quantity,
          coalesce(p.revenue, 0) as revenue
        from (select * from daily_item_volumes v
              where v.store_id = days.store_id and v.business_day = days.business_day) as r
        full join
             (select * from paid_item_volumes v
              where v.store_id = days.store_id and v.business_day = days.business_day) as p
          using (item_id)
        where coalesce(r.quantity, 0) <> coalesce(p.quantity, 0)
          or coalesce(r.revenue, 0) <> coalesce(p.revenue, 0)) as difference
      """;

  private final JdbcClient jdbc;

  RebuildVolumes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A day and item whose recorded volume was not what the lines add up to. */
  public record Difference(
      LocalDate businessDay,
      long itemId,
      long recordedQuantity,
      long recordedRevenue,
      long quantity,
      long revenue) {}

  /** Repairs what differs, in one transaction during which the store's payments wait. */
  @Transactional
  public List<Difference> rebuildVolumes(long storeId, DayRange days) {
    Map<String, Object> scope = Map.of("store", storeId, "start", days.start(), "end", days.end());
    waitForPaymentsUnderWay(scope);
    List<Difference> differences = compare(scope);
    if (!differences.isEmpty()) {
      log.warn("Store {}: {} daily volumes differed from their lines", storeId, differences.size());
      replace(scope);
    }
    return differences;
  }

  private void waitForPaymentsUnderWay(Map<String, Object> scope) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('daily_item_volumes'), hashint8(:store))")
        .params(scope)
        .query((results, number) -> number)
        .list();
  }

  private List<Difference> compare(Map<String, Object> scope) {
    return jdbc.sql(
            """
            with days as (
              select :store as store_id, day::date as business_day
              from generate_series(:start::date, :end::date, interval '1 day') as day)
            select * from (%s) as differences
            order by business_day, item_id
            """
                .formatted(DIFFERENCES))
        .params(scope)
        .query(new DataClassRowMapper<>(Difference.class))
        .list();
  }

  private void replace(Map<String, Object> scope) {
    jdbc.sql(
            """
            delete from daily_item_volumes
            where store_id = :store and business_day between :start and :end
            """)
        .params(scope)
        .update();
    jdbc.sql(
            """
            insert into daily_item_volumes
              (store_id, business_day, item_id, name, quantity, revenue)
            select store_id, business_day, item_id, name, quantity, revenue from paid_item_volumes
            where store_id = :store and business_day between :start and :end
            """)
        .params(scope)
        .update();
  }
}
