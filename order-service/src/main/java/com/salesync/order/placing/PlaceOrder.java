package com.salesync.order.placing;

import com.salesync.common.deadline.Deadline;
import com.salesync.common.idempotency.IdempotencyGate;
import com.salesync.common.security.Tenant;
import com.salesync.order.menu.MenuItem;
import com.salesync.order.menu.MenuLookup;
import com.salesync.order.order.Order;
import com.salesync.order.order.OrderVersion;
import com.salesync.order.order.Orders;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Adds what is asked for to the table's open order, opening one where none is. A repeat, by key or
 * by body, changes nothing and gets the first answer, whatever the menu says by then.
 */
@Component
public class PlaceOrder {

  private static final String ENDPOINT = "POST /orders";

  private final OpenOrders openOrders;
  private final Orders orders;
  private final Placements placements;
  private final MenuLookup menu;
  private final IdempotencyGate idempotent;
  private final Clock clock;

  PlaceOrder(
      OpenOrders openOrders,
      Orders orders,
      Placements placements,
      MenuLookup menu,
      IdempotencyGate idempotent,
      Clock clock) {
    this.openOrders = openOrders;
    this.orders = orders;
    this.placements = placements;
    this.menu = menu;
    this.idempotent = idempotent;
    this.clock = clock;
  }

  /**
   * Places the order.
   *
   * @param key the client's idempotency key, if it sent one
   * @return the order as it is now, or empty if nothing was ordered
   */
  public Optional<OrderVersion> placeOrder(
      Tenant tenant, TableOrder request, @Nullable String key, IfMatch ifMatch) {
    Instant arrived = clock.instant();
    Optional<OrderVersion> earlier = earlier(tenant, request, key, arrived);
    if (earlier.isPresent() || request.cart().isEmpty()) {
      return earlier;
    }
    Map<Long, MenuItem> prices = menu.findItems(tenant, request.cart().itemIds());
    if (!prices.keySet().containsAll(request.cart().itemIds())) {
      throw request.cart().unknownItems(prices.keySet());
    }
    return Optional.of(placePriced(tenant, request, key, ifMatch, prices, arrived));
  }

  /** Places what holds no item without a price. */
  OrderVersion placePriced(
      Tenant tenant,
      TableOrder request,
      @Nullable String key,
      IfMatch ifMatch,
      Map<Long, MenuItem> prices,
      Instant arrived) {
    OrderVersion placed =
        idempotent.once(
            tenant.storeId(),
            ENDPOINT,
            key,
            request,
            OrderVersion.class,
            () -> add(tenant, request, key, ifMatch, prices, arrived));
    Deadline deadline = Deadline.current();
    if (deadline != null && deadline.hasPassed()) {
      placements.extend(tenant, request.tableNo(), idempotent.fingerprint(request));
    }
    return placed;
  }

  private Optional<OrderVersion> earlier(
      Tenant tenant, TableOrder request, @Nullable String key, Instant arrived) {
    return key == null
        ? placements.repeat(tenant, request.tableNo(), idempotent.fingerprint(request), arrived)
        : idempotent.answered(tenant.storeId(), ENDPOINT, key, request, OrderVersion.class);
  }

  private OrderVersion add(
      Tenant tenant,
      TableOrder request,
      @Nullable String key,
      IfMatch ifMatch,
      Map<Long, MenuItem> prices,
      Instant arrived) {
    String fingerprint = idempotent.fingerprint(request);
    Order order = openOrders.lockOrOpen(tenant, request.tableNo());
    if (key == null) {
      Optional<OrderVersion> earlier =
          placements.repeat(tenant, request.tableNo(), fingerprint, arrived);
      if (earlier.isPresent()) {
        return earlier.get();
      }
    }
    openOrders.requireMatch(tenant, request.tableNo(), order, ifMatch);
    order.add(request.cart(), prices);
    OrderVersion placed = orders.saveAndFlush(order).version();
    placements.record(tenant, request.tableNo(), fingerprint, placed);
    return placed;
  }
}
