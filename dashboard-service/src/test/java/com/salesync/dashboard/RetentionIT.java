package com.salesync.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.retention.DeleteOldRows;
import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A year and its comparison: that long the advice a store was given is kept. */
@ServiceTest
class RetentionIT {

  private final DeleteOldRows rows;
  private final JdbcClient admin = PostgresServer.get().adminClient("dashboard");
  private final long store = TestTokens.newStore();
  private final long other = TestTokens.newStore();

  RetentionIT(DeleteOldRows rows) {
    this.rows = rows;
  }

  @Test
  void deletesAdviceOfAllStoresAfterFourHundredDays() {
    result(store, "401 days");
    result(other, "401 days");
    result(other, "399 days");

    rows.deleteOldRows();

    assertThat(
            admin
                .sql("select store_id from consulting_results where store_id in (?, ?)")
                .params(store, other)
                .query(Long.class)
                .list())
        .containsExactly(other);
  }

  private void result(long of, String receivedAgo) {
    admin
        .sql(
            """
            insert into consulting_results (store_id, req_id, state, answer, received_at)
            values (?, gen_random_uuid(), 'completed', 'sell', now() - ?::interval)
            """)
        .params(of, receivedAgo)
        .update();
  }
}
