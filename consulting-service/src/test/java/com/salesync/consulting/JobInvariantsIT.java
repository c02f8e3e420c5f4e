package com.salesync.consulting;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.invariant.InvariantMonitor;
import com.salesync.common.test.RowsRead;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What must hold of every job, in a transaction that keeps the jobs from whoever would end them.
 */
@ServiceTest
@Transactional
class JobInvariantsIT {

  private final InvariantMonitor monitor;
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final long store = TestTokens.newStore();

  JobInvariantsIT(InvariantMonitor monitor, JdbcClient jdbc, TransactionOperations transactions) {
    this.monitor = monitor;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Test
  void findsAJobThatIsBeyondItsDeadlineUntilItHasEnded() {
    UUID late = job("now() - interval '61 s'");
    job("now() - interval '50 s'");
    job("now() + interval '1 h'");
    assertThat(findings("I9")).containsExactly(late.toString());

    fail(late, "now()");
    assertThat(findings("I9")).isEmpty();
  }

  @Test
  void readsTheSameRowsWithTenAndWithTenThousandIdleStores() {
    job("now() - interval '61 s'");
    monitor.look();
    assertThat(rowsWithIdleStores(10)).isEqualTo(rowsWithIdleStores(10_000));
  }

  private Map<String, Long> rowsWithIdleStores(int count) {
    jdbc.sql(
            """
            insert into consulting_jobs (req_id, store_id, start_day, end_day, zone, day_start,
              state, failure, accepted_at, deadline, finished_at)
            select gen_random_uuid(), 5000000 + n, now(), now(), 'Asia/Seoul', '00:00', 'failed',
              'CRASHED', now(), now(), now()
            from generate_series(1, ?) n
            """)
        .param(count)
        .update();
    jdbc.sql("analyze").update();
    Map<String, Long> rows = new RowsRead(jdbc, transactions).during(monitor::look);
    assertThat(rows.get("consulting_jobs")).isBetween(1L, 20L);
    return rows;
  }

  private UUID job(String deadline) {
    UUID reqId = UUID.randomUUID();
    jdbc.sql(
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

  private void fail(UUID reqId, String when) {
    jdbc.sql(
            """
            update consulting_jobs set state = 'failed', failure = 'CRASHED', finished_at = %s
            where store_id = ? and req_id = ?
            """
                .formatted(when))
        .params(store, reqId)
        .update();
  }

  private List<String> findings(String invariant) {
    monitor.look();
    return jdbc.sql("select subject from invariant_findings where invariant = ? and store_id = ?")
        .params(invariant, store)
        .query(String.class)
        .list();
  }
}
