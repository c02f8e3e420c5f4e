package com.salesync.common.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.test.Parallel;
import org.junit.jupiter.api.Test;

class ConcurrencyLimiterTest {

  private final ConcurrencyLimiter<String> limiter = new ConcurrencyLimiter<>(3);

  @Test
  void letsAKeyHaveSoManyAtOnceHoweverManyAsk() {
    assertThat(Parallel.times(100, i -> limiter.tryAcquire("one")))
        .filteredOn(acquired -> acquired)
        .hasSize(3);
    assertThat(limiter.tryAcquire("another")).isTrue();
    assertThat(limiter.size()).isEqualTo(4);
  }

  @Test
  void takesBackWhatHasEnded() {
    for (int i = 0; i < 10; i++) {
      assertThat(limiter.tryAcquire("one")).isTrue();
      limiter.release("one");
    }
    assertThat(limiter.size()).isZero();
  }
}
