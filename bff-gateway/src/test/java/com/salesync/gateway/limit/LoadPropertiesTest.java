package com.salesync.gateway.limit;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoadPropertiesTest {

  private static final Duration QUEUE = Duration.ofSeconds(1);

  @Test
  void reserveForPaymentsLeavesSomeToOthers() {
    assertThatNoException().isThrownBy(() -> new LoadProperties(200, 50, 1, QUEUE));
    assertThatThrownBy(() -> new LoadProperties(50, 50, 1, QUEUE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
