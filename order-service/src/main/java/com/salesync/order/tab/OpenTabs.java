package com.salesync.order.tab;

import com.salesync.common.problem.Problem;
import com.salesync.common.security.Tenant;
import com.salesync.order.book.OrderBook;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one open tab of a table, locked until the transaction ends. */
@Component
final class OpenTabs {

  /** Each further attempt needs a tab to be opened and closed between two statements. */
  private static final int ATTEMPTS = 10;

  private final Tabs tabs;
  private final OrderBook book;
  private final JdbcClient jdbc;
  private final Clock clock;

  OpenTabs(Tabs tabs, OrderBook book, JdbcClient jdbc, Clock clock) {
    this.tabs = tabs;
    this.book = book;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The open tab, if there is one.
   *
   * @throws Problem 412 if it is not in the expected state
   */
  Optional<Tab> lock(Tenant tenant, int tableNo, Expectation expectation) {
    Optional<Tab> open = tabs.lockOpen(tenant.storeId(), tableNo);
    expectation.requireMet(() -> book.openAt(tenant, tableNo));
    return open;
  }

  /** Opens a tab where there is none; of parallel openers one inserts and the others wait. */
  Tab lockOrOpen(Tenant tenant, int tableNo) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Tab> open = tabs.lockOpen(tenant.storeId(), tableNo);
      if (open.isPresent()) {
        return open.get();
      }
      open(tenant, tableNo);
    }
    throw Problem.unavailable("ORDER_BUSY", 1);
  }

  /**
   * Compares a locked tab with what its writer expects; one just opened is nothing to expect.
   *
   * @throws Problem 412 with the open order
   */
  void requireAsExpected(Tenant tenant, Tab tab, Expectation expectation) {
    boolean justOpened = tab.lines().all().isEmpty();
    expectation.requireMet(
        () -> justOpened ? Optional.empty() : book.openAt(tenant, tab.touched().tableNo()));
  }

  private void open(Tenant tenant, int tableNo) {
    Instant now = clock.instant();
    jdbc.sql(
            """
            insert into orders (store_id, table_no, opened_at, business_day)
            values (?, ?, ?, ?)
            on conflict (store_id, table_no) where status = 'OPEN' do nothing
            """)
        .params(
            tenant.storeId(),
            tableNo,
            now.atOffset(ZoneOffset.UTC),
            tenant.businessDays().dayOf(now))
        .update();
  }
}
