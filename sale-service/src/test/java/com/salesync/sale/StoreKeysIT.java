package com.salesync.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.common.test.SchemaProbe;
import com.salesync.common.test.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every key begins with the store, and the role that serves may only serve. */
@ServiceTest
class StoreKeysIT {

  private final JdbcClient service;

  StoreKeysIT(JdbcClient service) {
    this.service = service;
  }

  @Test
  void everyRowIsFoundByItsStore() {
    assertThat(SchemaProbe.violations("sale")).isEmpty();
  }

  /** What would get past the guards of a booked sale is not the service's to do. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "alter table sales disable trigger all",
        "alter table sales disable trigger sales_keep_what_they_record",
        "drop function guard_sale() cascade",
        "set session_replication_role = replica",
        "update sales set claimed_total = 1",
        "delete from sales",
        "truncate sales",
        "delete from audit_log",
        "set role sale_owner"
      })
  void theServiceMayNotSetItsGuardsAside(String attack) {
    assertThatThrownBy(() -> service.sql(attack).update())
        .rootCause()
        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
  }
}
