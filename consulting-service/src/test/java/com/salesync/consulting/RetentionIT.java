package com.salesync.consulting;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.retention.DeleteOldRows;
import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A year and its comparison: that long a job is kept once it has ended. */
@ServiceTest
class RetentionIT {

  private final DeleteOldRows rows;
  private final JdbcClient admin = PostgresServer.get().adminClient("consulting");
  private final long store = TestTokens.newStore();
  private final long other = TestTokens.newStore();

  RetentionIT(DeleteOldRows rows) {
    this.rows = rows;
  }

  @Test
  void deletesJobsOfAllStoresFourHundredDaysAfterTheirEnd() {
    job(store, "401 days", "401 days");
    job(other, "401 days", "401 days");
    job(store, "401 days", "399 days");
    job(other, "401 days", null);

    rows.deleteOldRows();

    assertThat(
            admin
                .sql(
                    """
                    select store_id || ' ' || state from consulting_jobs
                    where store_id in (?, ?)
                    """)
                .params(store, other)
                .query(String.class)
                .list())
        .containsExactlyInAnyOrder(store + " failed", other + " running");
  }

  private void job(long of, String acceptedAgo, @Nullable String endedAgo) {
    admin
        .sql(
            """
            insert into consulting_jobs (store_id, req_id, start_day, end_day, zone, day_start,
              state, failure, accepted_at, deadline, finished_at)
            values (:store, gen_random_uuid(), now(), now(), 'Asia/Seoul', '00:00',
              case when :ended::text is null then 'running' else 'failed' end,
              case when :ended::text is not null then 'CRASHED' end,
              now() - :accepted::interval, now() + interval '1 hour', now() - :ended::interval)
            """)
        .param("store", of)
        .param("accepted", acceptedAgo)
        .param("ended", endedAgo)
        .update();
  }

  @AfterEach
  void removeThem() {
    admin.sql("delete from consulting_jobs where store_id in (?, ?)").params(store, other).update();
  }
}
