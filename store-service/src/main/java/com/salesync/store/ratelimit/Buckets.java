package com.salesync.store.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/**
 * A bucket per key. One that has not been touched for its whole period is full again and forgotten;
 * the number of keys is bounded, so that made-up ones cannot fill the memory.
 */
final class Buckets<K> {

  private static final int MOST_KEYS = 50_000;

  private final Cache<K, Bucket> buckets;
  private final RateLimitProperties.Limit limit;
  private final TimeMeter time;

  Buckets(RateLimitProperties.Limit limit, TimeMeter time) {
    this.limit = limit;
    this.time = time;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_KEYS)
            .expireAfterAccess(limit.per())
            .ticker(time::currentTimeNanos)
            .build();
  }

  Bucket of(K key) {
    return buckets.get(key, any -> full());
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(
            bandwidth ->
                bandwidth.capacity(limit.attempts()).refillGreedy(limit.attempts(), limit.per()))
        .withCustomTimePrecision(time)
        .build();
  }
}
