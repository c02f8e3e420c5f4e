package com.salesync.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Duration SHORT = Duration.ofSeconds(1);

  private final Backoff backoff = new Backoff();

  @Test
  void doublesUpToHalfAMinute() {
    assertThat(backoff.after(SHORT)).isEqualTo(Duration.ofMillis(500));
    assertThat(backoff.after(SHORT)).isEqualTo(Duration.ofSeconds(1));
    assertThat(backoff.after(SHORT)).isEqualTo(Duration.ofSeconds(2));
    for (int i = 0; i < 10; i++) {
      backoff.after(SHORT);
    }
    assertThat(backoff.after(SHORT)).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void forgetsOnceTheProcessLivedForAWhile() {
    backoff.after(SHORT);
    backoff.after(SHORT);

    assertThat(backoff.after(Duration.ofSeconds(20))).isEqualTo(Duration.ofMillis(500));
  }
}
