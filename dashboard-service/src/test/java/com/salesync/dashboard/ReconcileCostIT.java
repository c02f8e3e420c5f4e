package com.salesync.dashboard;

import static com.salesync.dashboard.Neighbours.SERVICES;
import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.invariant.InvariantMonitor;
import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.RowsRead;
import com.salesync.common.test.ServiceTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a look at the records of all stores costs. */
@ServiceTest
class ReconcileCostIT {

  private final InvariantMonitor monitor;
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final JdbcClient admin = PostgresServer.get().adminClient("dashboard");

  ReconcileCostIT(InvariantMonitor monitor, JdbcClient jdbc, TransactionOperations transactions) {
    this.monitor = monitor;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @BeforeEach
  void findNothing() {
    Neighbours.reset();
    monitor.look();
  }

  @Test
  void readsAndAsksTheSameWithTenAndWithTenThousandIdleStores() {
    assertThat(idleStores(10)).isEqualTo(idleStores(10_000));
  }

  /** Rows read and questions asked by a look. */
  private Map<String, Long> idleStores(int count) {
    admin
        .sql(
            """
            insert into settlements (store_id, business_day, total, sales, sms, masked_phone, text,
              parts, requested_at, finished_at)
            select 1000000 + n, '2026-11-25', 0, 0, 'suppressed', '-',
              '-', 1, now(), now()
            from generate_series(1, ?) n
            on conflict do nothing
            """)
        .param(count)
        .update();
    admin.sql("analyze").update();
    SERVICES.resetRequests();
    Map<String, Long> cost = new RowsRead(jdbc, transactions).during(this::lookOutsideATransaction);
    cost.put("questions", (long) SERVICES.getAllServeEvents().size());
    assertThat(cost).containsEntry("questions", 2L).doesNotContainKey("settlements");
    return cost;
  }

  /** The transaction is the count's own; a look has none, in which nobody could be asked. */
  private void lookOutsideATransaction() {
    TransactionSynchronizationManager.setActualTransactionActive(false);
    monitor.look();
    TransactionSynchronizationManager.setActualTransactionActive(true);
  }
}
