package com.salesync.gateway.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** One bucket per key, at most so many of them. */
final class Buckets {

  private final LoadingCache<Object, Bucket> buckets;

  Buckets(Rate rate, int maxBuckets) {
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(maxBuckets)
            .expireAfterAccess(rate.untilFull())
            .build(key -> rate.newBucket());
  }

  /** Takes one token; the wait until there is another, zero when there was one. */
  Duration take(Object key) {
    ConsumptionProbe probe = buckets.get(key).tryConsumeAndReturnRemaining(1);
    return Duration.ofNanos(probe.getNanosToWaitForRefill());
  }

  long size() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }
}
