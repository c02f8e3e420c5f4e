package com.salesync.common.resilience;

import java.time.Duration;

/**
 * How often something may happen.
 *
 * @param burst that may come at once
 * @param refill that may come for ever in each period
 * @param per the period
 */
public record RateLimit(long burst, long refill, Duration per) {

  /**
   * Checks that something may pass.
   *
   * @throws IllegalArgumentException for a burst or a refill below 1
   */
  public RateLimit {
    if (burst < 1 || refill < 1) {
      throw new IllegalArgumentException("A rate limit that lets nothing through");
    }
  }

  public static RateLimit perSecond(long burst, long refill) {
    return new RateLimit(burst, refill, Duration.ofSeconds(1));
  }

  /** All of them may come at once; they come back evenly over the period. */
  public static RateLimit of(long times, Duration per) {
    return new RateLimit(times, times, per);
  }

  /** After this long without a request nothing is counted any more. */
  Duration untilFull() {
    return per.multipliedBy(burst / refill + 1);
  }
}
