package com.salesync.common.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.sample.SampleApplication;
import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What a look finds, and what it keeps. */
@ServiceTest
@SpringBootTest(
    classes = SampleApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(Accounts.class)
@TestPropertySource(properties = "db-scheduler.enabled=false")
@ExtendWith(OutputCaptureExtension.class)
class InvariantMonitorIT {

  private static final Duration MARGIN = Duration.ofMinutes(10);

  private final InvariantMonitor monitor;
  private final InvariantRecords records;
  private final Accounts accounts;
  private final JdbcClient jdbc;
  private final JdbcClient owner = PostgresServer.get().adminClient("item");
  private final long store = TestTokens.newStore();

  InvariantMonitorIT(
      InvariantMonitor monitor, InvariantRecords records, Accounts accounts, JdbcClient jdbc) {
    this.monitor = monitor;
    this.records = records;
    this.accounts = accounts;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void noAccounts() {
    accounts.reset();
  }

  /** As often as a few minutes of scrapes do. */
  @Test
  void readingTheFiguresKeepsNoConnection() {
    for (int scrape = 0; scrape < 30; scrape++) {
      assertThat(records.states()).isNotEmpty();
    }
  }

  @Test
  void aFindingStandsUntilItIsMended() {
    accounts.enter(store, 1, 500);
    monitor.look();
    assertThat(records.standing("SUMS")).isEmpty();

    accounts.setAmount(store, 1, 400);
    monitor.look();
    assertThat(records.standing("SUMS")).containsExactly(new Finding(store, "1"));

    jdbc.sql("update entries set at = at - interval '1 year'").update();
    monitor.look();
    assertThat(records.standing("SUMS")).containsExactly(new Finding(store, "1"));

    accounts.setAmount(store, 1, 500);
    monitor.look();
    assertThat(records.standing("SUMS")).isEmpty();
  }

  @Test
  void aFindingKeepsTheTimeItWasFirstFound() {
    accounts.enter(store, 1, 500);
    accounts.setAmount(store, 1, 400);
    monitor.look();
    Instant found = foundAt();

    monitor.look();

    assertThat(foundAt()).isEqualTo(found);
  }

  @Test
  void whatChangedLongAgoIsSeenOnlyWhenAskedFor() {
    accounts.enter(store, 1, 500);
    accounts.setAmount(store, 1, 400);
    jdbc.sql("update entries set at = at - interval '3 days'").update();
    monitor.look();
    assertThat(records.standing("SUMS")).isEmpty();

    monitor.lookSince(Instant.now().minus(Duration.ofDays(4)));

    assertThat(records.standing("SUMS")).containsExactly(new Finding(store, "1"));
  }

  @Test
  void theDailyLookSeesWhatWasChangedWithoutLeavingItsTime() {
    accounts.enter(store, 1, 500);
    accounts.setAmount(store, 1, 400);
    jdbc.sql("update entries set at = at - interval '2 days'").update();
    monitor.look();
    assertThat(records.standing("SUMS")).isEmpty();

    monitor.lookBack();

    assertThat(records.standing("SUMS")).containsExactly(new Finding(store, "1"));
  }

  @Test
  void aTransactionThatWasOpenDuringALookIsSeenByTheNext() throws SQLException {
    accounts.enter(store, 1, 500);
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
    assertThat(accounts.lastLook().since())
        .isBetween(before.minus(Duration.ofDays(2)), databaseTime().minus(Duration.ofDays(2)));

    monitor.look();

    assertThat(accounts.lastLook().since())
        .isBetween(before.minus(MARGIN), databaseTime().minus(MARGIN));
    assertThat(accounts.lastLook().standing()).containsExactly(new Finding(7, "2026-11-27"));
  }

  @Test
  void aFailingLookAgesItsOwnInvariantAlone(CapturedOutput output) {
    accounts.enter(store, 1, 500);
    accounts.setAmount(store, 1, 400);
    monitor.look();
    jdbc.sql("update invariant_looks set looked_at = looked_at - interval '1 hour'").update();
    assertThat(records.states().get("REMOTE").age()).isGreaterThan(3600);

    owner.sql("alter table entries rename to entries_gone").update();
    monitor.look();

    assertThat(records.states().get("SUMS").age()).isGreaterThan(3600);
    assertThat(records.states().get("REMOTE").age()).isLessThan(60);
    assertThat(records.standing("SUMS")).containsExactly(new Finding(store, "1"));
    assertThat(output).containsOnlyOnce("Invariant SUMS could not be looked at");
    owner.sql("drop table entries_gone").update();
  }

  @Test
  void anInvariantThatWasNeverSeenGrowsOld() {
    accounts.blind();
    jdbc.sql("update invariant_looks set known_since = now() - interval '1 hour'").update();

    monitor.look();

    assertThat(records.states().get("REMOTE").age()).isGreaterThan(3600);
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

  private static Connection connection() throws SQLException {
    return DriverManager.getConnection(
        PostgresServer.get().url() + "?currentSchema=item",
        PostgresServer.role("item"),
        PostgresServer.PASSWORD);
  }
}
