package com.salesync.common.resilience;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.salesync.common.problem.Problem;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Counts by key in this replica's memory. The number of keys is bounded, so that made-up ones
 * cannot fill it; the one least recently seen is dropped, as is one whose permits are all back.
 *
 * @param <K> an address, a store, an account
 */
public final class RateLimiter<K> {

  private static final long NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

  private final LoadingCache<K, Bucket> buckets;

  public RateLimiter(RateLimit limit, int maxKeys) {
    this(limit, maxKeys, System::nanoTime);
  }

  /**
   * A limiter by a clock of its own.
   *
   * @param nanoTime grows by a nanosecond each nanosecond
   */
  public RateLimiter(RateLimit limit, int maxKeys, LongSupplier nanoTime) {
    TimeMeter time = meter(nanoTime);
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(maxKeys)
            .expireAfterAccess(limit.untilFull())
            .ticker(nanoTime::getAsLong)
            .build(key -> newBucket(limit, time));
  }

  private static Bucket newBucket(RateLimit limit, TimeMeter time) {
    return Bucket.builder()
        .addLimit(
            bandwidth ->
                bandwidth.capacity(limit.burst()).refillGreedy(limit.refill(), limit.per()))
        .withCustomTimePrecision(time)
        .build();
  }

  private static TimeMeter meter(LongSupplier nanoTime) {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return nanoTime.getAsLong();
      }

      @Override
      public boolean isWallClockBased() {
        return false;
      }
    };
  }

  /** Takes a permit; the wait until there is another one, zero when there was one. */
  public Duration tryAcquire(K key) {
    return Duration.ofNanos(
        buckets.get(key).tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
  }

  /**
   * Takes a permit.
   *
   * @throws Problem 429 with the seconds to wait, if there is none
   */
  public void acquire(K key) {
    Duration wait = tryAcquire(key);
    if (!wait.isZero()) {
      throw tooManyRequests(wait);
    }
  }

  /** Puts a permit back that was not needed after all. */
  public void refund(K key) {
    buckets.get(key).addTokens(1);
  }

  /** The refusal that asks a client to wait; at least one second. */
  public static Problem tooManyRequests(Duration wait) {
    return Problem.tooManyRequests(secondsToWait(wait));
  }

  /** A wait as {@code Retry-After} tells it: whole seconds, at least one. */
  public static int secondsToWait(Duration wait) {
    return Math.clamp(Math.ceilDiv(wait.toNanos(), NANOS_PER_SECOND), 1, Integer.MAX_VALUE);
  }

  /** How many keys are remembered. */
  public long size() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }
}
