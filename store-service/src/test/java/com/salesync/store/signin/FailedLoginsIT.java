package com.salesync.store.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.retention.DeleteOldRows;
import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class FailedLoginsIT {

  private final DeleteOldRows oldRows;
  private final JdbcClient jdbc = PostgresServer.get().adminClient("store");

  FailedLoginsIT(DeleteOldRows oldRows) {
    this.oldRows = oldRows;
  }

  @Test
  void keepsThemForNinetyDaysAndDeletesAnyNumberThatIsOlder() {
    long one = TestTokens.newStore();
    long other = TestTokens.newStore();
    add(one, 91, 2_500);
    add(one, 89, 3);
    add(other, 91, 1);
    add(other, 0, 1);

    oldRows.deleteOldRows();

    assertThat(count(one)).isEqualTo(3);
    assertThat(count(other)).isEqualTo(1);
  }

  private void add(long store, int daysAgo, int rows) {
    jdbc.sql(
            """
            insert into failed_logins (store_id, at, attempt, address_hash)
            select ?, now() - ? * interval '1 day', 'LOGIN', 'none' from generate_series(1, ?)
            """)
        .params(store, daysAgo, rows)
        .update();
  }

  private int count(long store) {
    return jdbc.sql("select count(*) from failed_logins where store_id = ?")
        .param(store)
        .query(Integer.class)
        .single();
  }
}
