package com.salesync.order.tab;

import com.salesync.common.idempotency.IdempotencyGate;
import com.salesync.common.security.Tenant;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Adds an order to the table's tab, opening one where none is. A repeat, by key or by body, changes
 * nothing and gets the first answer, whatever the menu says by then.
 */
@Component
public class PlaceOrder {

  private static final String ENDPOINT = "POST /orders";

  private final OpenTabs openTabs;
  private final Tabs tabs;
  private final Menu menu;
  private final IdempotencyGate idempotent;
  private final Clock clock;

  PlaceOrder(OpenTabs openTabs, Tabs tabs, Menu menu, IdempotencyGate idempotent, Clock clock) {
    this.openTabs = openTabs;
    this.tabs = tabs;
    this.menu = menu;
    this.idempotent = idempotent;
    this.clock = clock;
  }

  /**
   * Places the order.
   *
   * @param key the client's idempotency key, if it sent one
   * @return the tab, or empty if nothing was ordered
   */
  public Optional<Touched> place(
      Tenant tenant, TableOrder order, @Nullable String key, Expectation expectation) {
    Instant arrived = clock.instant();
    Optional<Touched> earlier = earlier(tenant, order, key, arrived);
    if (earlier.isPresent() || order.cart().isEmpty()) {
      return earlier;
    }
    Map<Long, Menu.Item> prices = menu.find(tenant, order.cart().itemIds());
    if (!prices.keySet().containsAll(order.cart().itemIds())) {
      throw order.cart().unknownItems(prices.keySet());
    }
    return Optional.of(
        idempotent.once(
            tenant.storeId(),
            ENDPOINT,
            key,
            order,
            Touched.class,
            () -> add(tenant, order, key, expectation, prices, arrived)));
  }

  private Optional<Touched> earlier(
      Tenant tenant, TableOrder order, @Nullable String key, Instant arrived) {
    return key == null
        ? tabs.findOpen(tenant.storeId(), order.tableNo())
            .filter(tab -> tab.repeats(idempotent.fingerprint(order), arrived))
            .map(Tab::touched)
        : idempotent.answered(tenant.storeId(), ENDPOINT, key, order, Touched.class);
  }

  private Touched add(
      Tenant tenant,
      TableOrder order,
      @Nullable String key,
      Expectation expectation,
      Map<Long, Menu.Item> prices,
      Instant arrived) {
    String request = idempotent.fingerprint(order);
    Tab tab = openTabs.lockOrOpen(tenant, order.tableNo());
    if (key == null && tab.repeats(request, arrived)) {
      return tab.touched();
    }
    openTabs.requireAsExpected(tenant, tab, expectation);
    tab.order(order.cart(), prices, request, arrived);
    return tabs.saveAndFlush(tab).touched();
  }
}
