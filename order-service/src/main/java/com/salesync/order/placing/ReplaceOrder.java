package com.salesync.order.placing;

import com.salesync.common.security.Tenant;
import com.salesync.order.menu.MenuItem;
import com.salesync.order.menu.MenuLookup;
import com.salesync.order.order.Order;
import com.salesync.order.order.OrderVersion;
import com.salesync.order.order.Orders;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes a table's open order exactly what is asked for. The menu is asked at most once, outside any
 * transaction, and only if something is new on the order.
 */
@Component
public class ReplaceOrder {

  private final OpenOrders openOrders;
  private final Orders orders;
  private final Placements placements;
  private final MenuLookup menu;
  private final TransactionOperations transactions;

  ReplaceOrder(
      OpenOrders openOrders,
      Orders orders,
      Placements placements,
      MenuLookup menu,
      TransactionOperations transactions) {
    this.openOrders = openOrders;
    this.orders = orders;
    this.placements = placements;
    this.menu = menu;
    this.transactions = transactions;
  }

  /** Replaces what is on the order, opening one where none is. The cart is not empty. */
  public OrderVersion replaceOrder(Tenant tenant, TableOrder request, IfMatch ifMatch) {
    Optional<OrderVersion> unpricedChange = attempt(tenant, request, ifMatch, null);
    return unpricedChange.orElseGet(
        () -> {
          Map<Long, MenuItem> prices = menu.findItems(tenant, request.cart().itemIds());
          return attempt(tenant, request, ifMatch, prices).orElseThrow();
        });
  }

  /**
   * Replaces in one transaction.
   *
   * @param prices what the menu said, or null if it has not been asked
   * @return empty, with nothing changed, if the menu must be asked first
   */
  private Optional<OrderVersion> attempt(
      Tenant tenant, TableOrder request, IfMatch ifMatch, @Nullable Map<Long, MenuItem> prices) {
    OrderVersion replaced =
        transactions.execute(status -> replaceLocked(tenant, request, ifMatch, prices, status));
    return Optional.ofNullable(replaced);
  }

  private @Nullable OrderVersion replaceLocked(
      Tenant tenant,
      TableOrder request,
      IfMatch ifMatch,
      @Nullable Map<Long, MenuItem> prices,
      TransactionStatus status) {
    Order order = openOrders.lockOrOpen(tenant, request.tableNo());
    openOrders.requireMatch(tenant, request.tableNo(), order, ifMatch);
    Map<Long, MenuItem> asked = prices == null ? Map.of() : prices;
    Set<Long> priced = new HashSet<>(order.itemIds());
    priced.addAll(asked.keySet());
    if (!priced.containsAll(request.cart().itemIds())) {
      if (prices != null) {
        throw request.cart().unknownItems(priced);
      }
      status.setRollbackOnly();
      return null;
    }
    order.replace(request.cart(), asked);
    placements.end(tenant, request.tableNo());
    return orders.saveAndFlush(order).version();
  }
}
