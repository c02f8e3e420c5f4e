package com.salesync.order.tab;

import com.salesync.common.security.Tenant;
import java.util.Map;
import java.util.Set;

/** What the store sells right now, and at what price. */
public interface Menu {

  /**
   * The living items among these ids, by id; others are absent.
   *
   * @throws com.salesync.common.neighbour.NeighbourUnavailable if the menu cannot be asked
   */
  Map<Long, Item> find(Tenant tenant, Set<Long> itemIds);

  /**
   * An item as offered now.
   *
   * @param price whole won
   */
  record Item(long itemId, String name, long price) {}
}
