package com.salesync.consulting.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** How many of a store's jobs are admitted to the queue at once. */
class JobPropertiesTest {

  @Test
  void leaveOneSlotToTheOtherStores() {
    assertThat(slots(Map.of("in-flight", 8))).isEqualTo(7);
    assertThat(slots(Map.of("in-flight", 2))).isEqualTo(1);
  }

  @Test
  void admitOneJobOfAStoreWhereThereIsButOneSlot() {
    assertThat(slots(Map.of("in-flight", 1))).isEqualTo(1);
  }

  @Test
  void obeyALimitPerStore() {
    assertThat(slots(Map.of("in-flight", 8, "in-flight-per-store", 2))).isEqualTo(2);
    assertThat(slots(Map.of("in-flight", 2, "in-flight-per-store", 5))).isEqualTo(5);
  }

  private static int slots(Map<String, ?> settings) {
    return new Binder(new MapConfigurationPropertySource(settings))
        .bind("", JobProperties.class)
        .get()
        .slotsPerStore();
  }
}
