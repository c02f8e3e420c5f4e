package com.salesync.consulting.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.RowsRead;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@ServiceTest
class JobsIT {

  private static final int UNDER_WAY = 2;

  private final Jobs jobs;
  private final JdbcClient admin = PostgresServer.get().adminClient("consulting");
  private final RowsRead rows;
  private final long store = TestTokens.newStore();

  JobsIT(Jobs jobs, JdbcClient jdbc, TransactionOperations transactions) {
    this.jobs = jobs;
    this.rows = new RowsRead(jdbc, transactions);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void admittingReadsNoneOfThoseThatGoOnWaiting(int free) {
    add(UNDER_WAY, "running");
    add(2_000, "waiting");
    admin.sql("analyze consulting_jobs").update();

    Map<String, Long> read =
        rows.during(() -> assertThat(jobs.admit(store, UNDER_WAY + free)).hasSize(free));

    assertThat(read.get("consulting_jobs")).isBetween(1L, 10L);
  }

  @Test
  void admitsTheLongestWaitingWithTheRanksThatFollow() {
    add(1, "running");
    add(1, "queued");
    add(5, "waiting");

    List<Jobs.Admitted> admitted = jobs.admit(store, 4);

    assertThat(admitted).extracting(Jobs.Admitted::rank).containsExactlyInAnyOrder(3, 4);
    assertThat(
            admin
                .sql(
                    """
                    select req_id from consulting_jobs where store_id = ?
                      and (state = 'waiting' or req_id in (?, ?))
                    order by accepted_at limit 2
                    """)
                .params(store, admitted.getFirst().reqId(), admitted.getLast().reqId())
                .query(UUID.class)
                .list())
        .containsExactlyInAnyOrderElementsOf(admitted.stream().map(Jobs.Admitted::reqId).toList());
    assertThat(jobs.admit(store, 4)).isEmpty();
  }

  @Test
  void leavesAnotherStoresJobOfTheSameRequestIdAlone() {
    add(1, "queued");
    long other = TestTokens.newStore();
    UUID request =
        admin
            .sql(
                """
                insert into consulting_jobs (req_id, store_id, start_day, end_day, zone, day_start,
                  state, accepted_at, deadline)
                select req_id, ?, start_day, end_day, zone, day_start, state, accepted_at, deadline
                from consulting_jobs where store_id = ?
                returning req_id
                """)
            .params(other, store)
            .query(UUID.class)
            .single();
    Instant now = Instant.now();

    assertThat(jobs.start(store, request, now)).map(Job::storeId).contains(store);
    jobs.requeue(store, request, true);
    jobs.start(store, request, now);
    assertThat(jobs.complete(store, request, "ko", "model", "m", "{}", "sell", now)).isPresent();

    assertThat(jobs.find(other, request))
        .hasValueSatisfying(
            job -> {
              assertThat(job.state()).isEqualTo(Job.State.QUEUED);
              assertThat(job.modelFailures()).isZero();
            });
    assertThat(jobs.fail(other, request, "DEADLINE", null, now)).isPresent();
    assertThat(jobs.find(store, request)).map(Job::answer).contains("sell");
  }

  private void add(int count, String state) {
    admin
        .sql(
            """
            insert into consulting_jobs (req_id, store_id, start_day, end_day, zone, day_start,
              state, accepted_at, deadline)
            select gen_random_uuid(), :store, now(), now(), 'Asia/Seoul', '00:00',
              :state, now() + number * interval '1 ms', now() + interval '1 h'
            from generate_series(1, :count) number
            """)
        .param("store", store)
        .param("state", state)
        .param("count", count)
        .update();
  }

  @AfterEach
  void removeThem() {
    admin.sql("delete from consulting_jobs where store_id = ?").param(store).update();
  }
}
