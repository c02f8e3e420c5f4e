package com.salesync.order.tab;

import com.salesync.common.security.Tenant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes a table's tab exactly what is asked for. The menu is asked at most once, outside any
 * transaction, and only if something is new on the tab.
 */
@Component
public class ReplaceOrder {

  private final OpenTabs openTabs;
  private final Tabs tabs;
  private final Menu menu;
  private final TransactionOperations transactions;

  ReplaceOrder(OpenTabs openTabs, Tabs tabs, Menu menu, TransactionOperations transactions) {
    this.openTabs = openTabs;
    this.tabs = tabs;
    this.menu = menu;
    this.transactions = transactions;
  }

  /** Replaces what is on the tab, opening one where none is. The cart is not empty. */
  public Touched replace(Tenant tenant, TableOrder order, Expectation expectation) {
    Optional<Touched> unpricedChange = attempt(tenant, order, expectation, null);
    return unpricedChange.orElseGet(
        () -> {
          Map<Long, Menu.Item> prices = menu.find(tenant, order.cart().itemIds());
          return attempt(tenant, order, expectation, prices).orElseThrow();
        });
  }

  /**
   * Replaces in one transaction.
   *
   * @param prices what the menu said, or null if it has not been asked
   * @return empty, with nothing changed, if the menu must be asked first
   */
  private Optional<Touched> attempt(
      Tenant tenant,
      TableOrder order,
      Expectation expectation,
      @Nullable Map<Long, Menu.Item> prices) {
    Touched touched =
        transactions.execute(status -> replaceLocked(tenant, order, expectation, prices, status));
    return Optional.ofNullable(touched);
  }

  private @Nullable Touched replaceLocked(
      Tenant tenant,
      TableOrder order,
      Expectation expectation,
      @Nullable Map<Long, Menu.Item> prices,
      TransactionStatus status) {
    Tab tab = openTabs.lockOrOpen(tenant, order.tableNo());
    openTabs.requireAsExpected(tenant, tab, expectation);
    Map<Long, Menu.Item> asked = prices == null ? Map.of() : prices;
    Set<Long> priced = new HashSet<>(tab.lines().itemIds());
    priced.addAll(asked.keySet());
    if (!priced.containsAll(order.cart().itemIds())) {
      if (prices != null) {
        throw order.cart().unknownItems(priced);
      }
      status.setRollbackOnly();
      return null;
    }
    tab.replaceBy(order.cart(), asked);
    return tabs.saveAndFlush(tab).touched();
  }
}
