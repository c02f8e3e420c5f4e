package com.salesync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.common.test.SchemaProbe;
import com.salesync.common.test.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class StoreKeysIT {

  private final JdbcClient service;

  StoreKeysIT(JdbcClient service) {
    this.service = service;
  }

  /** All but the directory of stores, and what whoever verifies tokens asks for by its id. */
  @Test
  void keepsEveryTableByItsStore() {
    assertThat(SchemaProbe.violations("store", "stores", "sessions", "signing_keys")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from stores where id = 0",
        "update sessions set expires_at = now() where store_id = 0",
        "update signing_keys set signs_from = now() where kid = 'none'",
        "update address_keys set sealed_key = 'none' where store_id = 0",
        "update failed_logins set at = now() where store_id = 0",
      })
  void mayDoNothingThatItsCodeDoesNot(String statement) {
    assertThatThrownBy(() -> service.sql(statement).update())
        .hasStackTraceContaining("permission denied for table");
  }
}
