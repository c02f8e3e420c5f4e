package com.salesync.dashboard;

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
    assertThat(SchemaProbe.violations("dashboard")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update settlements set total = 1 where store_id = 1",
        "delete from settlements where store_id = 1",
        "alter table settlements disable trigger all",
        "update consulting_results set store_id = 1 where store_id = 1"
      })
  void refusesWhatTheServiceDoesNotDo(String statement) {
    assertThatThrownBy(() -> jdbc.sql(statement).update())
        .rootCause()
        .hasMessageMatching("(?s)ERROR: (permission denied|must be owner).*");
  }
}
