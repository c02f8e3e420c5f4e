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

  /** The latest name comes last by payment, then by line. */
  private static final String ADDED_UP =
      """
      select o.paid_day as business_day, l.item_id,
        (array_agg(l.item_name order by o.paid_at desc, o.id desc, l.line_no desc))[1] as name,
        sum(l.quantity)::bigint as quantity, sum(l.unit_price * l.quantity)::bigint as revenue
      from orders o join order_lines l on l.order_id = o.id
      where o.store_id = :store and o.status = 'PAID' and o.paid_day between :start and :end
      group by o.paid_day, l.item_id
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
            with lines as (%s), recorded as (
              select business_day, item_id, quantity, revenue from daily_item_volumes
              where store_id = :store and business_day between :start and :end)
            select business_day, item_id,
              coalesce(r.quantity, 0) as recorded_quantity,
              coalesce(r.revenue, 0) as recorded_revenue,
              coalesce(l.quantity, 0) as quantity,
              coalesce(l.revenue, 0) as revenue
            from lines l full join recorded r using (business_day, item_id)
            where coalesce(r.quantity, 0) <> coalesce(l.quantity, 0)
              or coalesce(r.revenue, 0) <> coalesce(l.revenue, 0)
            order by business_day, item_id
            """
                .formatted(ADDED_UP))
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
              (business_day, item_id, name, quantity, revenue, store_id)
            select lines.*, :store from (%s) lines
            """
                .formatted(ADDED_UP))
        .params(scope)
        .update();
  }
}
