package com.salesync.order.menu;

import com.salesync.common.neighbour.NeighbourClients;
import com.salesync.common.neighbour.NeighbourUnavailable;
import com.salesync.common.security.InternalTokens;
import com.salesync.common.security.Tenant;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** The menu of the store, asked of item-service by one call for all items. */
@Component
public class MenuLookup {

  private final ItemServiceClient items;
  private final InternalTokens tokens;

  MenuLookup(NeighbourClients neighbours, InternalTokens tokens) {
    this.items = neighbours.create(ItemServiceClient.class, "item");
    this.tokens = tokens;
  }

  /**
   * The living items among these ids, by id; others are absent. Asks again at once where the
   * connection broke, as one kept from before a restart of item-service does; never after a
   * time-out, since whoever orders has waited for that already.
   *
   * @throws NeighbourUnavailable if item-service cannot be asked
   */
  public Map<Long, MenuItem> findItems(Tenant tenant, Set<Long> itemIds) {
    try {
      return ask(tenant, itemIds);
    } catch (NeighbourUnavailable outage) {
      if (outage.getCause() instanceof IOException broken
          && !(broken instanceof HttpTimeoutException)) {
        return ask(tenant, itemIds);
      }
      throw outage;
    }
  }

  private Map<Long, MenuItem> ask(Tenant tenant, Set<Long> itemIds) {
    try {
      return items
          .findItems(tokens.actingFor(tenant), new ItemServiceClient.Lookup(itemIds))
          .items()
          .stream()
          .map(item -> new MenuItem(item.itemId(), item.name(), item.price()))
          .filter(item -> itemIds.contains(item.itemId()))
          .collect(Collectors.toMap(MenuItem::itemId, Function.identity()));
    } catch (RestClientException unreadable) {
      throw new NeighbourUnavailable("item", unreadable);
    }
  }
}
