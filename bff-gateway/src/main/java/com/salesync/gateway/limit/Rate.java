package com.salesync.gateway.limit;

import io.github.bucket4j.Bucket;
import java.time.Duration;

/**
 * A token bucket's size.
 *
 * @param burst requests that may come at once
 * @param perSecond requests that may come for ever
 */
public record Rate(long burst, long perSecond) {

  /**
   * Checks that something may pass.
   *
   * @throws IllegalArgumentException for a burst or a rate below 1
   */
  public Rate {
    if (burst < 1 || perSecond < 1) {
      throw new IllegalArgumentException("A rate limit that lets nothing through");
    }
  }

  Bucket newBucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
        .build();
  }

  /** After this long without a request a bucket is full, as a new one is. */
  Duration untilFull() {
    return Duration.ofSeconds(burst / perSecond + 1);
  }
}
