package com.salesync.item.menu;

import com.salesync.common.problem.Problem;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, renames and removes the categories of a store. */
@Component
@Transactional
public class EditCategories {

  private final Categories categories;
  private final Items items;
  private final Clock clock;

  EditCategories(Categories categories, Items items, Clock clock) {
    this.categories = categories;
    this.items = items;
    this.clock = clock;
  }

  /**
   * Adds a category and returns its id.
   *
   * @throws Problem 409 {@code CATEGORY_EXISTS}
   */
  public long add(long storeId, String name) {
    Category category = new Category(storeId, name);
    return UniqueName.CATEGORY.require(() -> categories.saveAndFlush(category)).id();
  }

  /**
   * Renames a category; to keep its name is fine.
   *
   * @throws Problem 404 {@code CATEGORY_NOT_FOUND}, 409 {@code CATEGORY_EXISTS}
   */
  public void rename(long storeId, long id, String name) {
    Category category = active(storeId, id);
    category.rename(name);
    UniqueName.CATEGORY.require(() -> categories.saveAndFlush(category));
  }

  /**
   * Takes a category and all its items off the menu.
   *
   * @throws Problem 404 {@code CATEGORY_NOT_FOUND}
   */
  public void remove(long storeId, long id) {
    Instant now = clock.instant();
    active(storeId, id).remove(now);
    items.removeAllOf(storeId, id, now);
  }

  private Category active(long storeId, long id) {
    return categories
        .findActiveForUpdate(storeId, id)
        .orElseThrow(() -> Problem.notFound("CATEGORY_NOT_FOUND"));
  }
}
