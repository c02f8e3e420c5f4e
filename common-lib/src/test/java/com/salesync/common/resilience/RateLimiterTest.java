package com.salesync.common.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.common.problem.Problem;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

  private final AtomicLong now = new AtomicLong();
  private final RateLimiter<String> limiter = limiter(RateLimit.of(3, Duration.ofMinutes(1)), 10);

  @Test
  void letsABurstThroughAndThenAsksToWait() {
    take("a", 3);

    assertThat(limiter.tryAcquire("a")).isEqualTo(Duration.ofSeconds(20));
    assertThat(limiter.tryAcquire("b")).isZero();
  }

  @Test
  void letsThroughAgainAfterTheWait() {
    take("a", 3);

    pass(Duration.ofSeconds(20));

    take("a", 1);
    assertThat(limiter.tryAcquire("a")).isPositive();
  }

  @Test
  void refusesWithTheSecondsToWait() {
    take("a", 3);
    pass(Duration.ofMillis(500));

    assertThatThrownBy(() -> limiter.acquire("a"))
        .isInstanceOfSatisfying(
            Problem.class,
            refused -> {
              assertThat(refused.status().value()).isEqualTo(429);
              assertThat(refused.retryAfterSeconds()).isEqualTo(20);
            });
    assertThatCode(() -> limiter.acquire("b")).doesNotThrowAnyException();
  }

  @Test
  void neverAsksToWaitForNoTimeAtAll() {
    assertThat(RateLimiter.tooManyRequests(Duration.ofNanos(1)).retryAfterSeconds()).isOne();
    assertThat(RateLimiter.tooManyRequests(Duration.ofDays(100_000)).retryAfterSeconds())
        .isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void takesAPermitBackOnce() {
    take("a", 3);

    limiter.refund("a");

    take("a", 1);
    assertThat(limiter.tryAcquire("a")).isPositive();
  }

  @Test
  void neverHoldsMoreThanTheBurst() {
    limiter.refund("a");

    take("a", 3);
    assertThat(limiter.tryAcquire("a")).isPositive();
  }

  @Test
  void refillsMoreSlowlyThanItsBurst() {
    RateLimiter<String> slow = limiter(RateLimit.perSecond(100, 10), 10);
    for (int i = 0; i < 100; i++) {
      assertThat(slow.tryAcquire("a")).isZero();
    }

    assertThat(slow.tryAcquire("a")).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void remembersNoMoreKeysThanItMay() {
    for (int i = 0; i < 1000; i++) {
      limiter.acquire("key " + i);
    }

    assertThat(limiter.size()).isLessThanOrEqualTo(10);
  }

  @Test
  void dropsAKeyWhosePermitsAreAllBack() {
    take("a", 3);

    pass(Duration.ofMinutes(3));

    assertThat(limiter.size()).isZero();
  }

  @Test
  void isNoWall() {
    assertThatThrownBy(() -> RateLimit.perSecond(0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RateLimit.perSecond(1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void take(String key, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(limiter.tryAcquire(key)).isZero();
    }
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private RateLimiter<String> limiter(RateLimit limit, int maxKeys) {
    return new RateLimiter<>(limit, maxKeys, now::get);
  }
}
