package com.salesync.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketsTest {

  @Test
  void letsABurstThroughAndSaysHowLongToWait() {
    Buckets buckets = new Buckets(new Rate(2, 1), 10);
    assertThat(buckets.take("a")).isZero();
    assertThat(buckets.take("a")).isZero();
    assertThat(buckets.take("a")).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(1));
    assertThat(buckets.take("b")).isZero();
  }

  @Test
  void remembersABoundedNumberOfKeys() {
    Buckets buckets = new Buckets(new Rate(1, 1), 100);
    IntStream.range(0, 10_000).forEach(buckets::take);
    assertThat(buckets.size()).isLessThanOrEqualTo(100);
  }

  @Test
  void isNeverALimitThatLetsNothingThrough() {
    assertThatThrownBy(() -> new Rate(0, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rate(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
