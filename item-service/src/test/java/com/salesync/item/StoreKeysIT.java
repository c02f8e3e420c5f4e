package com.salesync.item;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.SchemaProbe;
import org.junit.jupiter.api.Test;

/** Every key begins with the store, and the role that serves may only serve. */
class StoreKeysIT {

  @Test
  void everyRowIsFoundByItsStore() {
    assertThat(SchemaProbe.violations("item")).isEmpty();
  }
}
