package com.salesync.item.menu;

import com.salesync.common.audit.AuditLog;
import com.salesync.common.problem.Problem;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, changes and removes the items of a store. Every price is on the audit log. */
@Component
@Transactional
public class EditItems {

  private final Categories categories;
  private final Items items;
  private final AuditLog audit;
  private final Clock clock;

  EditItems(Categories categories, Items items, AuditLog audit, Clock clock) {
    this.categories = categories;
    this.items = items;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Adds an item to a category and returns its id.
   *
   * @throws Problem 404 {@code CATEGORY_NOT_FOUND}, 409 {@code ITEM_EXISTS} within the category
   */
  public long add(
      long storeId, long categoryId, String name, long price, @Nullable String description) {
    Item item =
        categories
            .findActiveForShare(storeId, categoryId)
            .orElseThrow(() -> Problem.notFound("CATEGORY_NOT_FOUND"))
            .newItem(name, price, description);
    long id = UniqueName.ITEM.require(() -> items.saveAndFlush(item)).id();
    audit.record(storeId, "item.priced", "item:" + id, Map.of("price", price));
    return id;
  }

  /**
   * Renames or reprices an item; orders already taken keep the price they agreed on.
   *
   * @throws Problem 404 {@code ITEM_NOT_FOUND}, 409 {@code ITEM_EXISTS} within its category
   */
  public void change(long storeId, long id, String name, long price) {
    Item item = active(storeId, id);
    long before = item.price();
    item.change(name, price);
    UniqueName.ITEM.require(() -> items.saveAndFlush(item));
    if (price != before) {
      audit.record(
          storeId, "item.repriced", "item:" + id, Map.of("price", price, "before", before));
    }
  }

  /**
   * Takes an item off the menu.
   *
   * @throws Problem 404 {@code ITEM_NOT_FOUND}
   */
  public void remove(long storeId, long id) {
    active(storeId, id).remove(clock.instant());
  }

  private Item active(long storeId, long id) {
    return items.findActiveForUpdate(storeId, id).orElseThrow(() -> ItemNotFound.naming(id));
  }
}
