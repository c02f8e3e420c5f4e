package com.salesync.common.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.sample.SampleApplication;
import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.ServiceTest;
import com.salesync.common.test.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What is old goes, of all stores, and nothing else. */
@ServiceTest
@SpringBootTest(
    classes = SampleApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(DeleteOldRowsIT.Broken.class)
@TestPropertySource(properties = "db-scheduler.enabled=false")
class DeleteOldRowsIT {

  private static final int MORE_THAN_A_BATCH = 2300;

  private final DeleteOldRows rows;
  private final MeterRegistry meters;
  private final JdbcClient owner = PostgresServer.get().adminClient("item");
  private final long store = TestTokens.newStore();

  DeleteOldRowsIT(DeleteOldRows rows, MeterRegistry meters) {
    this.rows = rows;
    this.meters = meters;
  }

  /** Fails before the others have their turn. */
  @TestConfiguration
  static class Broken {

    @Bean
    Retention noSuchTable() {
      return new Retention("broken", Duration.ofDays(1), "delete from no_such_table");
    }
  }

  @Test
  void deletesKeysOfAllStoresAfterAWeek() {
    keys(store, MORE_THAN_A_BATCH, "8 days");
    keys(store + 1, 1, "8 days");
    keys(store + 2, 3, "6 days");
    double failures = failures();

    rows.deleteOldRows();

    assertThat(
            owner
                .sql(
                    "select store_id, count(*) from idempotency_keys where store_id between ? and ?"
                        + " group by store_id")
                .params(store, store + 2)
                .query((row, number) -> row.getLong(1) + ": " + row.getLong(2))
                .list())
        .containsExactly(store + 2 + ": 3");
    assertThat(failures()).isEqualTo(failures + 1);
  }

  private void keys(long of, int count, String age) {
    owner
        .sql(
            """
            insert into idempotency_keys (store_id, endpoint, key, fingerprint, created_at)
            select ?, 'POST /samples', 'k' || i, 'f', now() - cast(? as interval)
            from generate_series(1, ?) as i
            """)
        .params(of, age, count)
        .update();
  }

  private double failures() {
    return meters.get("salesync.retention.failures").tag("rows", "broken").counter().count();
  }
}
