package com.salesync.item.cost;

import com.salesync.common.database.Reports;
import com.salesync.common.time.DayRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cost entries that the profit of every day of a range needs. */
@Component
public class CostHistory {

  /**
   * Everything known of one item within the range asked for.
   *
   * @param costs by day: first the entry in force when the range begins, or the first known if that
   *     is later, then those within the range; empty if none was ever set
   */
  public record ItemCosts(long itemId, String name, List<Entry> costs) {}

  /**
   * A cost and the business day it holds from.
   *
   * @param cost null where it is unset from that day on
   */
  public record Entry(LocalDate effectiveDay, @Nullable Long cost) {}

  private final JdbcClient reports;

  CostHistory(@Reports JdbcClient reports) {
    this.reports = reports;
  }

  /** All items the store ever had, those no longer on the menu included, by ascending id. */
  public List<ItemCosts> readCosts(long storeId, DayRange range) {
    Map<Long, ItemCosts> items = new LinkedHashMap<>();
    reports
        .sql(
            """
            select i.id, i.name, k.effective_day, k.cost
            from items i
            left join lateral (
              select coalesce(
                (select max(effective_day) from item_costs
                 where store_id = :store and item_id = i.id and effective_day <= :start),
                (select min(effective_day) from item_costs
                 where store_id = :store and item_id = i.id)) as day) first
              on true
            left join item_costs k on k.store_id = :store and k.item_id = i.id
              and k.effective_day between first.day and greatest(first.day, :end)
            where i.store_id = :store
            order by i.id, k.effective_day
            """)
        .param("start", range.start())
        .param("end", range.end())
        .param("store", storeId)
        .query((RowCallbackHandler) row -> addTo(items, row));
    return List.copyOf(items.values());
  }

  private static void addTo(Map<Long, ItemCosts> items, ResultSet row) throws SQLException {
    String name = row.getString("name");
    ItemCosts item =
        items.computeIfAbsent(row.getLong("id"), id -> new ItemCosts(id, name, new ArrayList<>()));
    LocalDate day = row.getObject("effective_day", LocalDate.class);
    if (day != null) {
      item.costs().add(new Entry(day, row.getObject("cost", Long.class)));
    }
  }
}
