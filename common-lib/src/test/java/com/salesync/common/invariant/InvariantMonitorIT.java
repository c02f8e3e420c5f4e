package com.salesync.common.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.sample.SampleApplication;
import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.RowsRead;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;

/** Looks at accounts: what an account holds is the sum of its entries. */
@ServiceTest
@SpringBootTest(
    classes = SampleApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(InvariantMonitorIT.Accounts.class)
@TestPropertySource(properties = "db-scheduler.enabled=false")
@ExtendWith(OutputCaptureExtension.class)
class InvariantMonitorIT {

  private static final Duration MARGIN = Duration.ofMinutes(10);

  private static final AtomicBoolean BLIND = new AtomicBoolean();
  private static final AtomicReference<Look> LAST_LOOK = new AtomicReference<>();

  private final InvariantMonitor monitor;
  private final InvariantRecords records;
  private final MeterRegistry meters;
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final long store = TestTokens.newStore();

  InvariantMonitorIT(
      InvariantMonitor monitor,
      InvariantRecords records,
      MeterRegistry meters,
      JdbcClient jdbc,
      TransactionOperations transactions) {
    this.monitor = monitor;
    this.records = records;
    this.meters = meters;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** One invariant of each kind. */
  @TestConfiguration
  static class Accounts {

    @Bean
    Invariant sums(JdbcClient jdbc) {
      return new SqlInvariant(
          jdbc,
          "SUMS",
          "select store_id, account::text from entries where at >= :since",
          """
          select a.store_id, a.account::text
          from candidates c join accounts a on (a.store_id, a.account) = (c.store_id, c.subject::int)
          where a.amount <> (
            select coalesce(sum(e.amount), 0) from entries e
            where (e.store_id, e.account) = (a.store_id, a.account))
          """);
    }

    @Bean
    Invariant remote() {
      return new Invariant() {
        @Override
        public String name() {
          return "REMOTE";
        }

        @Override
        public Collection<Finding> findings(Look look) {
          LAST_LOOK.set(look);
          if (BLIND.get()) {
            throw new IllegalStateException("on purpose");
          }
          return look.standing().isEmpty() ? List.of(new Finding(7, "2026-11-27")) : Set.of();
        }
      };
    }
  }

  @BeforeEach
  void noAccounts() {
    BLIND.set(false);
    for (String statement :
        List.of(
            "drop table if exists accounts, entries",
            "create table accounts (store_id bigint, account int, amount bigint not null,"
                + " primary key (store_id, account))",
            "create table entries (id bigint generated always as identity primary key,"
                + " store_id bigint, account int, amount bigint, at timestamptz default now())",
            "create index on entries (store_id, account)",
            "create index on entries (at)",
            "delete from invariant_findings",
            "update invariant_looks set looked_at = null, known_since = now()")) {
      jdbc.sql(statement).update();
    }
  }

  @Test
  void aFindingStandsUntilItIsMended() {
    enter(jdbc, store, 1, 500);
    monitor.look();
    assertThat(records.standing("SUMS")).isEmpty();

    setAmount(store, 1, 400);
    monitor.look();
    assertThat(records.standing("SUMS")).containsExactly(new Finding(store, "1"));

    jdbc.sql("update entries set at = at - interval '1 year'").update();
    monitor.look();
    assertThat(records.standing("SUMS")).containsExactly(new Finding(store, "1"));

    setAmount(store, 1, 500);
    monitor.look();
    assertThat(records.standing("SUMS")).isEmpty();
  }

  @Test
  void aFindingKeepsTheTimeItWasFirstFound() {
    enter(jdbc, store, 1, 500);
    setAmount(store, 1, 400);
    monitor.look();
    Instant found = foundAt();

    monitor.look();

    assertThat(foundAt()).isEqualTo(found);
  }

  @Test
  void whatChangedLongAgoIsSeenOnlyWhenAskedFor() {
    enter(jdbc, store, 1, 500);
    setAmount(store, 1, 400);
    jdbc.sql("update entries set at = at - interval '3 days'").update();
    monitor.look();
    assertThat(records.standing("SUMS")).isEmpty();

    monitor.lookSince(Instant.now().minus(Duration.ofDays(4)));

    assertThat(records.standing("SUMS")).containsExactly(new Finding(store, "1"));
  }

  @Test
  void aTransactionThatWasOpenDuringALookIsSeenByTheNext() throws SQLException {
    enter(jdbc, store, 1, 500);
    try (Connection open = connection();
        Statement statement = open.createStatement()) {
      open.setAutoCommit(false);
      statement.execute(
          "insert into entries (store_id, account, amount, at)"
              + " values (%d, 1, 100, now() - interval '9 minutes')".formatted(store));
      monitor.look();
      open.commit();
    }
    jdbc.sql("update entries set at = at - interval '1 hour' where amount = 500").update();

    monitor.look();

    assertThat(records.standing("SUMS")).containsExactly(new Finding(store, "1"));
  }

  @Test
  void aLookGoesBackToTheStartOfTheLastOneAndTheMargin() {
    Instant before = databaseTime();
    monitor.look();
    assertThat(LAST_LOOK.get().since())
        .isBetween(before.minus(Duration.ofDays(2)), databaseTime().minus(Duration.ofDays(2)));

    monitor.look();

    assertThat(LAST_LOOK.get().since())
        .isBetween(before.minus(MARGIN), databaseTime().minus(MARGIN));
    assertThat(LAST_LOOK.get().standing()).containsExactly(new Finding(7, "2026-11-27"));
  }

  @Test
  void aFailingLookAgesItsOwnInvariantAlone(CapturedOutput output) {
    enter(jdbc, store, 1, 500);
    setAmount(store, 1, 400);
    monitor.look();
    jdbc.sql("update invariant_looks set looked_at = looked_at - interval '1 hour'").update();
    assertThat(records.states().get("REMOTE").age()).isGreaterThan(3600);

    jdbc.sql("alter table entries rename to entries_gone").update();
    monitor.look();

    assertThat(records.states().get("SUMS").age()).isGreaterThan(3600);
    assertThat(records.states().get("REMOTE").age()).isLessThan(60);
    assertThat(records.standing("SUMS")).containsExactly(new Finding(store, "1"));
    assertThat(output).containsOnlyOnce("Invariant SUMS could not be looked at");
    jdbc.sql("drop table entries_gone").update();
  }

  @Test
  void anInvariantThatWasNeverSeenGrowsOld() {
    BLIND.set(true);
    jdbc.sql("update invariant_looks set known_since = now() - interval '1 hour'").update();

    monitor.look();

    assertThat(records.states().get("REMOTE").age()).isGreaterThan(3600);
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
    noAccounts();
    jdbc.sql(
            """
            insert into entries (store_id, account, amount, at)
            select s, 1, 10, now() - interval '3 days' from generate_series(1, ?) s
            """)
        .param(idle)
        .update();
    jdbc.sql("insert into accounts select store_id, account, amount from entries").update();
    enter(jdbc, store, 1, 500);
    enter(jdbc, store, 2, 500);
    jdbc.sql("analyze accounts").update();
    jdbc.sql("analyze entries").update();
    return new RowsRead(jdbc, transactions).during(monitor::look);
  }

  private static void enter(JdbcClient jdbc, long store, int account, long amount) {
    jdbc.sql("insert into entries (store_id, account, amount) values (?, ?, ?)")
        .params(store, account, amount)
        .update();
    jdbc.sql("insert into accounts values (?, ?, ?)").params(store, account, amount).update();
  }

  private void setAmount(long store, int account, long amount) {
    jdbc.sql("update accounts set amount = ? where store_id = ? and account = ?")
        .params(amount, store, account)
        .update();
  }

  private Instant foundAt() {
    return jdbc.sql("select found_at from invariant_findings where store_id = ?")
        .param(store)
        .query(Instant.class)
        .single();
  }

  private Instant databaseTime() {
    return jdbc.sql("select now()").query(Instant.class).single();
  }

  private double gauge(String name, String invariant) {
    return meters.get(name).tag("invariant", invariant).gauge().value();
  }

  private static Connection connection() throws SQLException {
    return DriverManager.getConnection(
        PostgresServer.get().url() + "?currentSchema=item",
        PostgresServer.role("item"),
        PostgresServer.PASSWORD);
  }
}
