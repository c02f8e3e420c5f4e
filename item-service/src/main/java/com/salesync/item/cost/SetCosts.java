package com.salesync.item.cost;

import com.salesync.common.audit.AuditLog;
import com.salesync.common.problem.Problem;
import com.salesync.common.security.Tenant;
import com.salesync.item.menu.ItemNotFound;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets what items cost from the store's present business day on, all or nothing. */
@Component
@Transactional
public class SetCosts {

  /** What the audit log keeps of a change, and {@link CostInvariant} compares with what stands. */
  private record Entry(long itemId, LocalDate effectiveDay, @Nullable Long cost) {}

  private final JdbcClient jdbc;
  private final CurrentCosts current;
  private final AuditLog audit;
  private final Clock clock;

  SetCosts(JdbcClient jdbc, CurrentCosts current, AuditLog audit, Clock clock) {
    this.jdbc = jdbc;
    this.current = current;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Sets the costs and returns the items as they then are, by ascending id.
   *
   * @throws Problem 404 {@code ITEM_NOT_FOUND} for the first item that is not on the store's menu,
   *     400 for an item named twice
   */
  public List<CostedItem> setCosts(Tenant tenant, List<NewCost> costs) {
    refuseRepeated(costs);
    List<Long> ids = costs.stream().map(NewCost::itemId).toList();
    lock(tenant.storeId(), ids);
    LocalDate today = tenant.businessDays().dayOf(clock.instant());
    List<Entry> entries = write(tenant.storeId(), today, costs);
    dropLeadingBlanks(tenant.storeId(), ids);
    if (!entries.isEmpty()) {
      audit.record(tenant.storeId(), "items.costed", "day:" + today, Map.of("costs", entries));
    }
    return current.costsOf(tenant.storeId(), ids);
  }

  private static void refuseRepeated(List<NewCost> costs) {
    Set<Long> seen = new HashSet<>();
    for (int i = 0; i < costs.size(); i++) {
      if (!seen.add(costs.get(i).itemId())) {
        throw Problem.badRequest("VALIDATION_FAILED")
            .field("items[" + i + "].item_id", "named_twice");
      }
    }
  }

  /** In ascending order, as everyone locks items, so that two bulk changes never deadlock. */
  private void lock(long storeId, List<Long> ids) {
    Set<Long> locked =
        jdbc.sql(
                """
                select id from items
                where store_id = :store and id = any(:ids) and deleted_at is null
                order by id for no key update
                """)
            .param("store", storeId)
            .param("ids", new SqlArrayValue("bigint", ids.toArray()))
            .query((row, n) -> row.getLong(1))
            .set();
    for (Long id : ids) {
      if (!locked.contains(id)) {
        throw ItemNotFound.naming(id);
      }
    }
  }

  /**
   * Returns what is now another cost, and from which day on. Should the history already reach
   * beyond today, since the store moved its time zone, the change counts from its last entry on.
   */
  private List<Entry> write(long storeId, LocalDate today, List<NewCost> costs) {
    return jdbc.sql(
            """
            insert into item_costs (store_id, item_id, effective_day, cost)
            select :store, n.item_id, greatest(cast(:today as date), last.effective_day), n.cost
            from unnest(:ids, :costs) as n (item_id, cost)
            left join lateral (
              select k.effective_day, k.cost from item_costs k
              where k.store_id = :store and k.item_id = n.item_id
              order by k.effective_day desc limit 1) last on true
            where n.cost is distinct from last.cost
            on conflict (store_id, item_id, effective_day) do update set cost = excluded.cost
            returning item_id, effective_day, cost
            """)
        .param("store", storeId)
        .param("today", today)
        .param("ids", new SqlArrayValue("bigint", costs.stream().map(NewCost::itemId).toArray()))
        .param("costs", new SqlArrayValue("bigint", costs.stream().map(NewCost::cost).toArray()))
        .query(new DataClassRowMapper<>(Entry.class))
        .list();
  }

  /** Days before the first entry take it, so a history never begins with none. */
  private void dropLeadingBlanks(long storeId, List<Long> ids) {
    jdbc.sql(
            """
            delete from item_costs k
            where k.store_id = :store and k.item_id = any(:ids) and k.cost is null
              and not exists (
                select 1 from item_costs e
                where e.store_id = :store and e.item_id = k.item_id
                  and e.effective_day < k.effective_day)
            """)
        .param("store", storeId)
        .param("ids", new SqlArrayValue("bigint", ids.toArray()))
        .update();
  }
}
