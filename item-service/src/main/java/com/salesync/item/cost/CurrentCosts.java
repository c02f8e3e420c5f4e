package com.salesync.item.cost;

import com.salesync.common.paging.Page;
import com.salesync.common.paging.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The costs in force, which are the last entries of the histories. */
@Component
public class CurrentCosts {

  private static final String COSTED_ITEMS =
      """
      select i.id as item_id, i.name, c.id as category_id, c.name as category_name, i.price,
        (select k.cost from item_costs k where k.store_id = :store and k.item_id = i.id
         order by k.effective_day desc limit 1) as cost
      from items i join categories c on c.store_id = :store and c.id = i.category_id
      where i.store_id = :store and i.deleted_at is null
      """;

  private final JdbcClient jdbc;

  CurrentCosts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Page<CostedItem> list(long storeId, PageRequest page) {
    List<CostedItem> rows =
        jdbc.sql(COSTED_ITEMS + "and i.id > :after order by i.id limit :rows")
            .param("store", storeId)
            .param("after", page.afterId())
            .param("rows", page.rowsToRead())
            .query(CurrentCosts::item)
            .list();
    return Page.byId(rows, page, CostedItem::itemId);
  }

  List<CostedItem> costsOf(long storeId, Collection<Long> ids) {
    return jdbc.sql(COSTED_ITEMS + "and i.id = any(:ids) order by i.id")
        .param("store", storeId)
        .param("ids", new SqlArrayValue("bigint", ids.toArray()))
        .query(CurrentCosts::item)
        .list();
  }

  private static CostedItem item(ResultSet row, int number) throws SQLException {
    return new CostedItem(
        row.getLong("item_id"),
        row.getString("name"),
        row.getLong("category_id"),
        row.getString("category_name"),
        row.getLong("price"),
        row.getObject("cost", Long.class));
  }
}
