package com.salesync.common.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.common.invariant.Finding;
import com.salesync.common.invariant.Look;
import com.salesync.common.sample.SampleApplication;
import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The months of the audit log, and what happens when nobody makes them. */
@ServiceTest
@SpringBootTest(
    classes = SampleApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "db-scheduler.enabled=false")
class AuditMonthsIT {

  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'audit_log_'yyyy_MM");
  private static final Look LOOK = new Look(Instant.EPOCH, Set.of());

  private final AuditMonths months;
  private final AuditLog audit;
  private final JdbcClient jdbc;
  private final JdbcClient owner = PostgresServer.get().adminClient("item");
  private final YearMonth thisMonth = YearMonth.now(ZoneOffset.UTC);
  private final long store = TestTokens.newStore();

  AuditMonthsIT(AuditMonths months, AuditLog audit, JdbcClient jdbc) {
    this.months = months;
    this.audit = audit;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void prepared() {
    dropMonths();
    months.prepare();
  }

  @Test
  void areReadyForThisMonthAndTheNextTwo() {
    assertThat(partitions()).contains(name(0), name(1), name(2), "audit_log_default");
    assertThat(months.findings(LOOK)).isEmpty();
  }

  @Test
  void recordsGoOnWhenNoneWasMadeAndTheAlarmIsRaised() {
    noneWasMadeForTwoMonths();

    audit.record(store, "item.priced", "item:1", Map.of());

    assertThat(where()).isEqualTo("audit_log_default");
    assertThat(months.findings(LOOK)).extracting(Finding::subject).containsExactly(name(-1));

    months.prepare();

    assertThat(where()).isEqualTo(name(-1));
    assertThat(months.findings(LOOK)).isEmpty();
    audit.record(store, "item.priced", "item:2", Map.of());
    assertThat(owner.sql("select count(*) from audit_log_default").query(Long.class).single())
        .isZero();
    assertThat(
            owner
                .sql("select count(*) from audit_log where store_id = ?")
                .param(store)
                .query(Long.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void theAlarmIsRaisedAMonthBeforeItMatters() {
    owner.sql("drop table " + name(2)).update();
    owner.sql("drop table " + name(1)).update();

    assertThat(months.findings(LOOK)).extracting(Finding::subject).containsExactly(name(1));
  }

  @Test
  void takesWhatIsEnteredOfTheTimeBeforeAndOfTheTimeAfter() {
    for (String at : List.of("now() - interval '1 year'", "now() + interval '200 days'")) {
      owner
          .sql(
              "insert into audit_log (store_id, at, action, subject, details)"
                  + " values (?, "
                  + at
                  + ", 'sale.completed', 'sale:1', '{}')")
          .param(store)
          .update();
    }

    months.prepare();
    months.prepare();

    assertThat(months.findings(LOOK)).isEmpty();
    assertThat(owner.sql("select count(*) from audit_log_default").query(Long.class).single())
        .isZero();
    assertThat(
            owner
                .sql("select count(*) from audit_log_before where store_id = ?")
                .param(store)
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void detachesWhatIsOlderThanFiveYearsAndKeepsIt() {
    owner.sql("drop table audit_log_before").update();
    owner
        .sql(
            """
            create table audit_log_1999_12 partition of audit_log
            for values from ('1999-12-01Z') to ('2000-01-01Z')
            """)
        .update();

    months.prepare();

    assertThat(partitions()).doesNotContain("audit_log_1999_12").contains(name(0));
    assertThat(owner.sql("drop table audit_log_1999_12").update()).isZero();
  }

  @Test
  void theRoleThatServesCanDoNothingElseToPartitions() {
    for (String attempt :
        List.of(
            "create table audit_log_2000_01 partition of audit_log"
                + " for values from ('2000-01-01Z') to ('2000-02-01Z')",
            "alter table audit_log detach partition " + name(0),
            "delete from audit_log",
            "select count(*) from " + name(0),
            "drop table " + name(0))) {
      assertThatThrownBy(() -> jdbc.sql(attempt).update())
          .rootCause()
          .message()
          .containsAnyOf("permission denied", "must be owner");
    }
  }

  private void dropMonths() {
    for (String partition : partitions()) {
      if (!partition.endsWith("default")) {
        owner.sql("drop table " + partition).update();
      }
    }
  }

  private void noneWasMadeForTwoMonths() {
    dropMonths();
    String before = name(-2);
    owner
        .sql(
            "create table %s partition of audit_log for values from ('%s') to ('%s')"
                .formatted(before, first(-2), first(-1)))
        .update();
  }

  private String first(int month) {
    return thisMonth.plusMonths(month).atDay(1) + "T00:00Z";
  }

  private String name(int month) {
    return NAME.format(thisMonth.plusMonths(month));
  }

  private String where() {
    return owner
        .sql("select tableoid::regclass::text from audit_log where store_id = ?")
        .param(store)
        .query((row, number) -> row.getString(1))
        .single();
  }

  private List<String> partitions() {
    return owner
        .sql(
            "select inhrelid::regclass::text from pg_inherits"
                + " where inhparent = 'audit_log'::regclass")
        .query((row, number) -> row.getString(1))
        .list();
  }
}
