package com.salesync.common.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.common.problem.Problem;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {

  private final OneAtATime<String> oneAtATime = new OneAtATime<>();

  @Test
  void letsNobodyInWhileAnotherOfTheKeyWorks() {
    take(
        "a",
        () -> {
          assertThatThrownBy(() -> take("a", () -> {})).isInstanceOf(Problem.class);
          take("b", () -> assertThat(oneAtATime.size()).isEqualTo(2));
        });
    take("a", () -> {});
  }

  @Test
  void keepsNothingOfAKeyNobodyWorksFor() {
    assertThatThrownBy(
            () ->
                take(
                    "a",
                    () -> {
                      throw new IllegalStateException("failed");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(oneAtATime.size()).isZero();
  }

  private void take(String key, Runnable work) {
    oneAtATime.call(
        key,
        Duration.ofMillis(20),
        () -> Problem.unavailable("TAKEN", 1),
        () -> {
          work.run();
          return key;
        });
  }
}
