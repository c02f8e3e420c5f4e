package com.salesync.item.cost;

import com.salesync.common.security.Tenant;
import com.salesync.common.warmup.WarmUpStatements;
import com.salesync.item.menu.EditCategories;
import com.salesync.item.menu.EditItems;
import java.util.List;
import org.springframework.stereotype.Component;

/** Adds a category with an item, changes both, sets a cost, and takes them off the menu. */
@Component
final class WarmUpMenu implements WarmUpStatements {

  private final EditCategories categories;
  private final EditItems items;
  private final SetCosts costs;

  WarmUpMenu(EditCategories categories, EditItems items, SetCosts costs) {
    this.categories = categories;
    this.items = items;
    this.costs = costs;
  }

  @Override
  public void write(Tenant noStore) {
    long store = noStore.storeId();
    long category = categories.add(store, "warm-up");
    categories.rename(store, category, "warmed-up");
    long item = items.add(store, category, "warm-up", 1_000, null);
    items.change(store, item, "warmed-up", 2_000);
    costs.setCosts(noStore, List.of(new NewCost(item, 500L)));
    items.remove(store, item);
    categories.remove(store, category);
  }
}
