package com.salesync.order.tab;

import com.salesync.common.audit.AuditLog;
import com.salesync.common.security.Tenant;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes a table's tab without payment; it stays on record with its lines. */
@Component
public class CancelOrder {

  private final OpenTabs openTabs;
  private final Tabs tabs;
  private final AuditLog audit;
  private final Clock clock;

  CancelOrder(OpenTabs openTabs, Tabs tabs, AuditLog audit, Clock clock) {
    this.openTabs = openTabs;
    this.tabs = tabs;
    this.audit = audit;
    this.clock = clock;
  }

  /** The id of the order cancelled, or empty if none was open. */
  @Transactional
  public Optional<Long> cancel(Tenant tenant, int tableNo, Expectation expectation) {
    Optional<Tab> open = openTabs.lock(tenant, tableNo, expectation);
    open.ifPresent(
        tab -> {
          tab.cancel(clock.instant());
          tabs.saveAndFlush(tab);
          audit.record(
              tenant.storeId(),
              "order.cancelled",
              "order:" + tab.id(),
              Map.of("table_no", tableNo, "total_price", tab.totalPrice()));
        });
    return open.map(Tab::id);
  }
}
