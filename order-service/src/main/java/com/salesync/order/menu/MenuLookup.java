package com.salesync.order.menu;

import com.salesync.common.deadline.Deadline;
import com.salesync.common.neighbour.NeighbourUnavailable;
import com.salesync.common.security.Tenant;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.service.registry.ImportHttpServices;

/** The menu of a store, asked of item-service by one call for all items. */
@Component
@ImportHttpServices(group = "item", types = ItemServiceClient.class)
public class MenuLookup {

  private final ItemServiceClient items;
  private final MenuProperties properties;

  MenuLookup(ItemServiceClient items, MenuProperties properties) {
    this.items = items;
    this.properties = properties;
  }

  /**
   * The active items among these ids, by id; others are absent. Asks again at once where the
   * connection broke, as one kept from before a restart of item-service does; never after a
   * time-out, since whoever orders has waited for that already.
   *
   * @throws NeighbourUnavailable if item-service cannot be asked
   */
  public Map<Long, MenuItem> findItems(Tenant tenant, Set<Long> itemIds) {
    return Deadline.within(properties.lookup(), () -> askAgainIfBroken(tenant, itemIds));
  }

  private Map<Long, MenuItem> askAgainIfBroken(Tenant tenant, Set<Long> itemIds) {
    try {
      return ask(tenant, itemIds);
    } catch (NeighbourUnavailable outage) {
      if (isBrokenConnection(outage)) {
        return ask(tenant, itemIds);
      }
      throw outage;
    }
  }

  private static boolean isBrokenConnection(NeighbourUnavailable outage) {
    return NestedExceptionUtils.getMostSpecificCause(outage) instanceof IOException
        && !outage.timedOut();
  }

  private Map<Long, MenuItem> ask(Tenant tenant, Set<Long> itemIds) {
    try {
      return items.findItems(tenant, new ItemServiceClient.Lookup(itemIds)).items().stream()
          .filter(item -> itemIds.contains(item.itemId()))
          .collect(Collectors.toMap(MenuItem::itemId, Function.identity()));
    } catch (RestClientException unreadable) {
      throw new NeighbourUnavailable("item", unreadable);
    }
  }
}
