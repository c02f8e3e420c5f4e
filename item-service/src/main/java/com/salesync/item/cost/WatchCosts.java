package com.salesync.item.cost;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Exports invariant I7 for costs: what the audit log saw set in the last month is what still
 * stands, was never set for a day gone by, and nothing else stands beside it. Reports reckon past
 * days with these entries and with nothing that a later edit of a price or menu touches.
 */
@Component
class WatchCosts {

  private static final Logger log = LoggerFactory.getLogger(WatchCosts.class);
  private static final Duration LOOK_BACK = Duration.ofDays(30);

  /**
   * Entries are compared from a week after the beginning of the look-back on, so that each has been
   * recorded within it wherever the store is.
   */
  private static final String CHANGED =
      """
      with recorded as (
        select distinct on (item_id, effective_day)
          item_id, effective_day, cost, set_on
        from audit_log
        cross join lateral (select substring(subject from 5)::date as set_on) as day
        cross join lateral (
          select item_id, coalesce(effective_day, set_on) as effective_day, cost
          from jsonb_to_recordset(details -> 'costs')
            as entry (item_id bigint, effective_day date, cost bigint)) as entries
        where action = 'items.costed' and at >= :since
        order by item_id, effective_day, id desc)
      select count(*)
      from recorded
      full join (select item_id, effective_day, cost from item_costs
                 where effective_day >= cast(:since as date) + 7) as standing
      using (item_id, effective_day)
      where recorded.effective_day < recorded.set_on
        or (effective_day >= cast(:since as date) + 7
            and standing.cost is distinct from recorded.cost)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private volatile long changed;

  WatchCosts(JdbcClient jdbc, Clock clock, MeterRegistry metrics) {
    this.jdbc = jdbc;
    this.clock = clock;
    Gauge.builder("salesync.invariant.violations", () -> changed)
        .description("Breaches of an invariant of the money path")
        .tag("invariant", "I7")
        .register(metrics);
  }

  @Scheduled(fixedDelayString = "${salesync.costs.watch-interval:60s}")
  void look() {
    try {
      changed =
          jdbc.sql(CHANGED)
              .param("since", clock.instant().minus(LOOK_BACK).atOffset(ZoneOffset.UTC))
              .query(Long.class)
              .single();
      if (changed > 0) {
        log.error("{} costs of past days are not what was recorded of them", changed);
      }
    } catch (DataAccessException unreadable) {
      log.warn("The costs could not be compared: {}", unreadable.toString());
    }
  }
}
