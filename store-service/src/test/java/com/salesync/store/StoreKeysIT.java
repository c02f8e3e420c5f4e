package com.salesync.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.SchemaProbe;
import org.junit.jupiter.api.Test;

class StoreKeysIT {

  /** All but the directory of stores, and what whoever verifies tokens asks for by its id. */
  @Test
  void keepsEveryTableByItsStore() {
    assertThat(SchemaProbe.violations("store", "stores", "sessions", "signing_keys")).isEmpty();
  }
}
