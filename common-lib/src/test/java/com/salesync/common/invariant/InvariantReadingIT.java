package com.salesync.common.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.sample.SampleApplication;
import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.RowsRead;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;

/** What a look reads, and what becomes of it outside. */
@ServiceTest
@SpringBootTest(
    classes = SampleApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(Accounts.class)
@TestPropertySource(properties = "db-scheduler.enabled=false")
class InvariantReadingIT {

  private final InvariantMonitor monitor;
  private final Accounts accounts;
  private final MeterRegistry meters;
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final long store = TestTokens.newStore();

  InvariantReadingIT(
      InvariantMonitor monitor,
      Accounts accounts,
      MeterRegistry meters,
      JdbcClient jdbc,
      TransactionOperations transactions) {
    this.monitor = monitor;
    this.accounts = accounts;
    this.meters = meters;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @BeforeEach
  void noAccounts() {
    accounts.reset();
  }

  @Test
  void everyReplicaExportsWhatTheTablesHold() {
    jdbc.sql("update invariant_looks set looked_at = now() - interval '1 hour'").update();
    jdbc.sql("insert into invariant_findings values ('SUMS', 1, 'a'), ('SUMS', 2, 'b')").update();

    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(
            () -> {
              assertThat(gauge("salesync.invariant.findings", "SUMS")).isEqualTo(2);
              assertThat(gauge("salesync.invariant.findings", "REMOTE")).isZero();
              assertThat(gauge("salesync.invariant.age", "SUMS")).isBetween(3600.0, 3660.0);
            });
  }

  @Test
  void readsNoMoreOfTenThousandIdleStoresThanOfTen() {
    Map<String, Long> ofTen = rowsReadAmongIdleStores(10);
    Map<String, Long> ofTenThousand = rowsReadAmongIdleStores(10_000);

    assertThat(ofTen).containsKeys("entries", "accounts");
    assertThat(ofTenThousand).isEqualTo(ofTen);
  }

  private Map<String, Long> rowsReadAmongIdleStores(int idle) {
    accounts.reset();
    jdbc.sql(
            """
            insert into entries (store_id, account, amount, at)
            select s, 1, 10, now() - interval '3 days' from generate_series(1, ?) s
            """)
        .param(idle)
        .update();
    jdbc.sql("insert into accounts select store_id, account, amount from entries").update();
    accounts.enter(store, 1, 500);
    accounts.enter(store, 2, 500);
    PostgresServer.get().adminClient("item").sql("analyze accounts, entries").update();
    return new RowsRead(jdbc, transactions)
        .during(
            () -> {
              // With the values at hand the planner would read the ends of an index besides.
              jdbc.sql("set local plan_cache_mode = force_generic_plan").update();
              monitor.look();
            });
  }

  private double gauge(String name, String invariant) {
    return meters.get(name).tag("invariant", invariant).gauge().value();
  }
}
