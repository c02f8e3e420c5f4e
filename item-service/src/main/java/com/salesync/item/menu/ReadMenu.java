package com.salesync.item.menu;

import com.salesync.common.paging.Page;
import com.salesync.common.paging.PageRequest;
import com.salesync.common.problem.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Reads the active menu, always in ascending order of ids and in one statement. */
@Component
public class ReadMenu {

  /** A category without its items. */
  public record CategoryName(long id, String name) {}

  /** A category with its items, none for an empty one. */
  public record Section(long categoryId, String categoryName, List<Line> items) {}

  /** An item as it stands on the menu, with the cost in force, null where none is set. */
  public record Line(long itemId, String name, long price, @Nullable Long cost) {}

  /** What it takes to sell an item. */
  public record PricedItem(long itemId, String name, long price) {}

  private final JdbcClient jdbc;

  ReadMenu(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Page<CategoryName> categories(long storeId, PageRequest page) {
    List<CategoryName> rows =
        jdbc.sql(
                """
                select id, name from categories
                where store_id = :store and deleted_at is null and id > :after
                order by id limit :rows
                """)
            .param("store", storeId)
            .param("after", page.afterId())
            .param("rows", page.rowsToRead())
            .query((row, n) -> new CategoryName(row.getLong("id"), row.getString("name")))
            .list();
    return Page.byId(rows, page, CategoryName::id);
  }

  /** The menu by categories; a page is counted in categories, each complete. */
  public Page<Section> menu(long storeId, PageRequest page) {
    Map<Long, Section> sections = new LinkedHashMap<>();
    jdbc.sql(
            """
            select c.id as category_id, c.name as category_name, i.id, i.name, i.price,
              (select k.cost from item_costs k where k.store_id = :store and k.item_id = i.id
               order by k.effective_day desc limit 1) as cost
            from (select id, name from categories
                  where store_id = :store and deleted_at is null and id > :after
                  order by id limit :rows) c
            left join items i
              on i.store_id = :store and i.category_id = c.id and i.deleted_at is null
            order by c.id, i.id
            """)
        .param("store", storeId)
        .param("after", page.afterId())
        .param("rows", page.rowsToRead())
        .query((RowCallbackHandler) row -> addTo(sections, row));
    return Page.byId(List.copyOf(sections.values()), page, Section::categoryId);
  }

  private static void addTo(Map<Long, Section> sections, ResultSet row) throws SQLException {
    String categoryName = row.getString("category_name");
    Section section =
        sections.computeIfAbsent(
            row.getLong("category_id"), id -> new Section(id, categoryName, new ArrayList<>()));
    long itemId = row.getLong("id");
    if (!row.wasNull()) {
      section
          .items()
          .add(
              new Line(
                  itemId,
                  row.getString("name"),
                  row.getLong("price"),
                  row.getObject("cost", Long.class)));
    }
  }

  /**
   * One item.
   *
   * @throws Problem 404 {@code ITEM_NOT_FOUND}
   */
  public PricedItem item(long storeId, long id) {
    return items(storeId, List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> ItemNotFound.naming(id));
  }

  /** Those of the items that are on the store's menu; the others are simply absent. */
  public List<PricedItem> items(long storeId, Collection<Long> ids) {
    return jdbc.sql(
            """
            select id, name, price from items
            where store_id = :store and id = any(:ids) and deleted_at is null
            order by id
            """)
        .param("store", storeId)
        .param("ids", new SqlArrayValue("bigint", ids.toArray()))
        .query(
            (row, n) ->
                new PricedItem(row.getLong("id"), row.getString("name"), row.getLong("price")))
        .list();
  }
}
