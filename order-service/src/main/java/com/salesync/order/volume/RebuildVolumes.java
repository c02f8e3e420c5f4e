package com.salesync.order.volume;

import com.salesync.common.database.Reports;
import com.salesync.common.invariant.InvariantMonitor;
import com.salesync.common.time.DayRange;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Recomputes a store's daily volumes from the lines of its paid orders. They should be found equal;
 * where they are not, the lines are right.
 */
@Component
public class RebuildVolumes {

  private static final Logger log = LoggerFactory.getLogger(RebuildVolumes.class);

  /** A day and item whose recorded volume was not what the lines add up to. */
  public record Difference(
      LocalDate businessDay,
      long itemId,
      long recordedQuantity,
      long recordedRevenue,
      long quantity,
      long revenue) {}

  private final JdbcClient jdbc;
  private final JdbcClient reports;
  private final VolumeDays volumeDays;
  private final InvariantMonitor monitor;
  private final TransactionOperations transactions;
  private final Clock clock;

  RebuildVolumes(
      JdbcClient jdbc,
      @Reports JdbcClient reports,
      VolumeDays volumeDays,
      InvariantMonitor monitor,
      TransactionOperations transactions,
      Clock clock) {
    this.jdbc = jdbc;
    this.reports = reports;
    this.volumeDays = volumeDays;
    this.monitor = monitor;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Repairs what differs, day by day, each in a transaction of its own during which only payments
   * that count on that day wait. What the monitor has found of these days it looks at again.
   *
   * @return what differed, by day and item
   */
  public List<Difference> rebuildVolumes(long storeId, DayRange range) {
    Instant began = clock.instant();
    List<LocalDate> days = daysWithVolumes(storeId, range);
    List<Difference> differences = new ArrayList<>();
    for (int done = 1; done <= days.size(); done++) {
      LocalDate day = days.get(done - 1);
      List<Difference> ofDay =
          Objects.requireNonNull(transactions.execute(status -> rebuildDay(storeId, day)));
      log.info(
          "Store {}: volumes of {} rebuilt, day {} of {}, {} differed from their lines",
          storeId,
          day,
          done,
          days.size(),
          ofDay.size());
      differences.addAll(ofDay);
    }
    monitor.lookSince(began);
    return differences;
  }

  /** SQL that selects what differs on one store's day, each a parameter or a column. */
  static String differences(String store, String day) {
    return """
    select coalesce(r.business_day, p.business_day) as business_day, item_id,
      coalesce(r.quantity, 0) as recorded_quantity,
      coalesce(r.revenue, 0) as recorded_revenue,
      coalesce(p.quantity, 0) as quantity,
      coalesce(p.revenue, 0) as revenue
    from (select * from daily_item_volumes
          where store_id = %1$s and business_day = %2$s) as r
    full join
         (select * from paid_item_volumes
          where store_id = %1$s and business_day = %2$s) as p
      using (item_id)
    where coalesce(r.quantity, 0) <> coalesce(p.quantity, 0)
      or coalesce(r.revenue, 0) <> coalesce(p.revenue, 0)
    """
        .formatted(store, day);
  }

  /** A day that has neither orders nor volumes cannot differ. */
  private List<LocalDate> daysWithVolumes(long storeId, DayRange range) {
    return reports
        .sql(
            """
            select paid_day from orders
            where store_id = :store and status = 'PAID' and paid_day between :start and :end
            union
            select business_day from daily_item_volumes
            where store_id = :store and business_day between :start and :end
            order by 1
            """)
        .param("store", storeId)
        .param("start", range.start())
        .param("end", range.end())
        .query((row, number) -> row.getObject(1, LocalDate.class))
        .list();
  }

  private List<Difference> rebuildDay(long storeId, LocalDate day) {
    Map<String, Object> scope = Map.of("store", storeId, "day", day);
    volumeDays.lock(storeId, day);
    List<Difference> differences =
        jdbc.sql(differences(":store", ":day") + "order by item_id")
            .params(scope)
            .query(new DataClassRowMapper<>(Difference.class))
            .list();
    if (!differences.isEmpty()) {
      replace(scope);
    }
    return differences;
  }

  private void replace(Map<String, Object> scope) {
    jdbc.sql("delete from daily_item_volumes where store_id = :store and business_day = :day")
        .params(scope)
        .update();
    jdbc.sql(
            """
            insert into daily_item_volumes
              (store_id, business_day, item_id, name, quantity, revenue)
            select store_id, business_day, item_id, name, quantity, revenue from paid_item_volumes
            where store_id = :store and business_day = :day
            """)
        .params(scope)
        .update();
  }
}
