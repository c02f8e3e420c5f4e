package com.salesync.gateway.limit;

import com.salesync.common.address.ClientAddress;
import com.salesync.common.problem.Problem;
import com.salesync.common.resilience.RateLimiter;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Counts requests per address and per store. */
public final class RateLimits {

  private final RateLimiter<ClientAddress> anonymous;
  private final RateLimiter<ClientAddress> addresses;
  private final RateLimiter<Long> stores;

  RateLimits(RateLimitProperties properties, LongSupplier nanoTime) {
    int maxKeys = properties.maxBuckets();
    this.anonymous = new RateLimiter<>(properties.anonymous().rateLimit(), maxKeys, nanoTime);
    this.addresses = new RateLimiter<>(properties.address().rateLimit(), maxKeys, nanoTime);
    this.stores = new RateLimiter<>(properties.store().rateLimit(), maxKeys, nanoTime);
  }

  /**
   * Counts a request with a store's valid token.
   *
   * @throws Problem 429 with the time to wait
   */
  public void countRequestOfStore(long storeId, ClientAddress address) {
    requireNoWait(addresses.tryAcquire(address), stores.tryAcquire(storeId));
  }

  /**
   * Counts a request without a valid token.
   *
   * @throws Problem 429 with the time to wait
   */
  public void countAnonymousRequest(ClientAddress address) {
    requireNoWait(addresses.tryAcquire(address), anonymous.tryAcquire(address));
  }

  private static void requireNoWait(Duration one, Duration other) {
    Duration longer = one.compareTo(other) > 0 ? one : other;
    if (!longer.isZero()) {
      throw RateLimiter.tooManyRequests(longer);
    }
  }
}
