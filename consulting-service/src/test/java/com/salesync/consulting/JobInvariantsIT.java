package com.salesync.consulting;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.database.Reports;
import com.salesync.common.invariant.InvariantMonitor;
import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.RowsRead;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What must hold of every job, of a store that is locked against whoever would end its jobs. */
@ServiceTest
class JobInvariantsIT {

  private static final long IDLE_STORES = 5_000_000;

  private final InvariantMonitor monitor;
  private final DataSource reports;
  private final JdbcClient admin = PostgresServer.get().adminClient("consulting");
  private final long store = TestTokens.newStore();
  private final Connection lock;

  JobInvariantsIT(InvariantMonitor monitor, @Reports DataSource reports) throws SQLException {
    this.monitor = monitor;
    this.reports = reports;
    this.lock = PostgresServer.get().adminConnection();
  }

  @BeforeEach
  void lockTheStore() throws SQLException {
    lock.setAutoCommit(false);
    try (PreparedStatement row =
        lock.prepareStatement("insert into consulting.consulting_queues values (?, now())")) {
      row.setLong(1, store);
      row.executeUpdate();
    }
  }

  @AfterEach
  void removeTheJobs() throws SQLException {
    admin
        .sql("delete from consulting_jobs where store_id = ? or store_id between ? and ?")
        .params(store, IDLE_STORES, IDLE_STORES + 10_000)
        .update();
    lock.close();
  }

  @Test
  void findsAJobThatIsBeyondItsDeadlineUntilItHasEnded() {
    UUID late = job("now() - interval '61 s'");
    job("now() - interval '50 s'");
    job("now() + interval '1 h'");
    assertThat(findings()).containsExactly(late.toString());

    admin
        .sql(
            """
            update consulting_jobs set state = 'failed', failure = 'CRASHED', finished_at = now()
            where store_id = ? and req_id = ?
            """)
        .params(store, late)
        .update();
    assertThat(findings()).isEmpty();
  }

  @Test
  void readsTheSameRowsWithTenAndWithTenThousandIdleStores() {
    job("now() - interval '61 s'");
    monitor.look();
    assertThat(rowsWithIdleStores(1, 10)).isEqualTo(rowsWithIdleStores(11, 10_000));
  }

  private Map<String, Long> rowsWithIdleStores(int first, int last) {
    admin
        .sql(
            """
            insert into consulting_jobs (req_id, store_id, start_day, end_day, zone, day_start,
              state, failure, accepted_at, deadline, finished_at)
            select gen_random_uuid(), ? + n, now(), now(), 'Asia/Seoul', '00:00', 'failed',
              'CRASHED', now(), now(), now()
            from generate_series(?, ?) n
            """)
        .params(IDLE_STORES, first, last)
        .update();
    admin.sql("analyze").update();
    RowsRead read =
        new RowsRead(
            JdbcClient.create(reports),
            new TransactionTemplate(new JdbcTransactionManager(reports)));
    Map<String, Long> rows = read.during(monitor::look);
    assertThat(rows.get("consulting_jobs")).isBetween(1L, 20L);
    return rows;
  }

  private UUID job(String deadline) {
    UUID reqId = UUID.randomUUID();
    admin
        .sql(
            """
            insert into consulting_jobs (req_id, store_id, start_day, end_day, zone, day_start,
              state, accepted_at, deadline)
            values (?, ?, now(), now(), 'Asia/Seoul', '00:00', 'running', now(), %s)
            """
                .formatted(deadline))
        .params(reqId, store)
        .update();
    return reqId;
  }

  private List<String> findings() {
    monitor.look();
    return admin
        .sql("select subject from invariant_findings where invariant = 'I9' and store_id = ?")
        .param(store)
        .query(String.class)
        .list();
  }
}
