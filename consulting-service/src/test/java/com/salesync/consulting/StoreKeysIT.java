package com.salesync.consulting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.common.test.SchemaProbe;
import com.salesync.common.test.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The schema as the migrations make it: keys by store, and rights for what is done only. */
@ServiceTest
class StoreKeysIT {

  private final JdbcClient jdbc;

  StoreKeysIT(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Test
  void everyKeyBeginsWithTheStore() {
    assertThat(SchemaProbe.violations("consulting", "consulting_tasks")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update consulting_jobs set start_day = start_day where store_id = 1",
        "truncate consulting_jobs",
        "delete from consulting_queues where store_id = 1",
        "drop table consulting_tasks"
      })
  void refusesWhatTheServiceDoesNotDo(String statement) {
    assertThatThrownBy(() -> jdbc.sql(statement).update())
        .rootCause()
        .hasMessageMatching("(?s)ERROR: (permission denied|must be owner).*");
  }
}
