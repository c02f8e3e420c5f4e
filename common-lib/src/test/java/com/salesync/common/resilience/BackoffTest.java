package com.salesync.common.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.util.backoff.BackOffExecution;

class BackoffTest {

  private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(2), Duration.ofMinutes(1));

  @RepeatedTest(20)
  void doublesUpToTheLongest() {
    assertAbout(BACKOFF.after(1), 2);
    assertAbout(BACKOFF.after(2), 4);
    assertAbout(BACKOFF.after(5), 32);
    assertAbout(BACKOFF.after(6), 60);
    assertAbout(BACKOFF.after(Integer.MAX_VALUE), 60);
  }

  @Test
  void spreadsWhatFailedTogether() {
    assertThat(IntStream.range(0, 20).mapToObj(i -> BACKOFF.after(3)).distinct().count())
        .isGreaterThan(1);
  }

  @Test
  void doublesInSpringsKindToo() {
    BackOffExecution waits = BACKOFF.springBackOff(3).start();

    assertThat(waits.nextBackOff()).isEqualTo(2_000);
    assertThat(waits.nextBackOff()).isEqualTo(4_000);
    assertThat(waits.nextBackOff()).isEqualTo(8_000);
    assertThat(waits.nextBackOff()).isEqualTo(BackOffExecution.STOP);
  }

  private static void assertAbout(Duration wait, long seconds) {
    assertThat(wait).isBetween(Duration.ofMillis(seconds * 800 - 1), Duration.ofSeconds(seconds));
  }
}
