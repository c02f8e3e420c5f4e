package com.salesync.common.resilience;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Waits between tries: the first, then double with each failure up to the longest. Each is cut by
 * up to a fifth at random, so that what failed together is not tried again together.
 */
public record Backoff(Duration first, Duration longest) {

  private static final int MOST_DOUBLINGS = 16;
  private static final double JITTER = 0.2;

  /**
   * How long to wait now.
   *
   * @param failures so far, at least 1
   */
  public Duration after(int failures) {
    Duration doubled = first.multipliedBy(1L << Math.clamp(failures - 1L, 0, MOST_DOUBLINGS));
    Duration wait = doubled.compareTo(longest) < 0 ? doubled : longest;
    double share = 1 - JITTER * ThreadLocalRandom.current().nextDouble();
    return Duration.ofNanos((long) (wait.toNanos() * share));
  }

  /** The same waits for what takes Spring's kind, without the random part. */
  public ExponentialBackOff springBackOff(long maxAttempts) {
    ExponentialBackOff backOff = new ExponentialBackOff(first.toMillis(), 2);
    backOff.setMaxInterval(longest.toMillis());
    backOff.setMaxAttempts(maxAttempts);
    return backOff;
  }
}
