package com.salesync.gateway.costs;

import com.salesync.common.neighbour.UserHeaders;
import com.salesync.gateway.costs.ItemServiceClient.CostPage;
import com.salesync.gateway.costs.ItemServiceClient.CostedItem;
import com.salesync.gateway.limit.ServiceLoad;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads all of a store's costs and groups them by category. */
@Component
public class GroupCosts {

  /** Of 1000 items each; far above any menu, and an end to a cursor that leads nowhere. */
  private static final int MOST_PAGES = 50;

  private final ItemServiceClient items;
  private final ServiceLoad load;

  GroupCosts(ItemServiceClient items, ServiceLoad load) {
    this.items = items;
    this.load = load;
  }

  /** Categories by id, their items by id; a category without items is left out. */
  public List<CategoryCosts> groupCosts(UserHeaders user) {
    Map<Long, CategoryCosts> categories = new TreeMap<>();
    @Nullable String cursor = null;
    for (int page = 0; page < MOST_PAGES; page++) {
      CostPage costs = page(user, cursor);
      costs.items().forEach(item -> add(item, categories));
      cursor = costs.nextCursor();
      if (cursor == null) {
        break;
      }
    }
    return List.copyOf(categories.values());
  }

  private CostPage page(UserHeaders user, @Nullable String cursor) {
    return load.call("item", () -> ItemServiceClient.asTheUser(() -> items.read(user, cursor)));
  }

  private static void add(CostedItem item, Map<Long, CategoryCosts> categories) {
    categories
        .computeIfAbsent(
            item.categoryId(), id -> new CategoryCosts(id, item.categoryName(), new ArrayList<>()))
        .items()
        .add(new ItemCost(item.itemId(), item.name(), item.price(), item.cost()));
  }

  /** A category as the cost page shows it. */
  public record CategoryCosts(long categoryId, String categoryName, List<ItemCost> items) {}

  /**
   * An item as the cost page shows it.
   *
   * @param cost in KRW; null while unset
   */
  public record ItemCost(long itemId, String name, long price, @Nullable Long cost) {}
}
