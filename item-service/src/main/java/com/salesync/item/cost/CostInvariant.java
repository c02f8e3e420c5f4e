package com.salesync.item.cost;

import com.salesync.common.database.Reports;
import com.salesync.common.invariant.Invariant;
import com.salesync.common.invariant.SqlInvariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * I7 for costs: what stands of an item's day is what the audit log last recorded of it, and was
 * never set for a day gone by. A subject is {@code <item id>:<business day>}.
 */
@Configuration(proxyBeanMethods = false)
class CostInvariant {

  /** The day of an entry without one is the day on which it was set. */
  private static final String RECORDED_ENTRIES =
      """
      cross join lateral (select substring(a.subject from 5)::date as set_on) as day
      cross join lateral (
        select item_id, coalesce(effective_day, set_on) as effective_day, cost
        from jsonb_to_recordset(a.details -> 'costs')
          as entry (item_id bigint, effective_day date, cost bigint)) as entry
      """;

  private static final String CHANGED =
      """
      select a.store_id, entry.item_id || ':' || entry.effective_day
      from audit_log a %s
      where a.action = 'items.costed' and a.at >= :since
      union
      select store_id, item_id || ':' || effective_day
      from item_costs where recorded_at >= :since
      """
          .formatted(RECORDED_ENTRIES);

  /**
   * Looks each candidate up by itself ({@code limit 1}), so that no plan reads what is idle.
   *
   * <p>An entry is recorded on its own day, give or take the store's time zone and its moves.
   */
  private static final String WRONG =
      """
      select c.store_id, c.subject
      from (select store_id, subject, split_part(subject, ':', 1)::bigint as item_id,
                   split_part(subject, ':', 2)::date as effective_day from candidates) as c
      left join lateral (
        select item_id, cost from item_costs
        where store_id = c.store_id and item_id = c.item_id
          and effective_day = c.effective_day limit 1) as k on true
      left join lateral (
        select entry.cost, day.set_on
        from audit_log a %s
        where a.store_id = c.store_id and a.action = 'items.costed'
          and a.at >= c.effective_day - interval '4 days'
          and a.at < c.effective_day + interval '4 days'
          and entry.item_id = c.item_id and entry.effective_day = c.effective_day
        order by a.at desc, a.id desc limit 1) as recorded on true
      where k.cost is distinct from recorded.cost
        or c.effective_day < recorded.set_on
        or (recorded.set_on is null and k.item_id is not null)
      """
          .formatted(RECORDED_ENTRIES);

  @Bean
  Invariant costsOfPastDays(@Reports JdbcClient reports) {
    return new SqlInvariant(reports, "I7", CHANGED, WRONG);
  }
}
