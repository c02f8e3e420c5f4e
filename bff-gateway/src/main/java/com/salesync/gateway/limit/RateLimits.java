package com.salesync.gateway.limit;

import com.salesync.common.address.ClientAddress;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts requests per address and per store. */
@Component
public final class RateLimits {

  private final Buckets anonymous;
  private final Buckets addresses;
  private final Buckets stores;

  RateLimits(RateLimitProperties properties) {
    this.anonymous =
        new Buckets(
            new Rate(properties.anonymous().burst(), properties.anonymous().perSecond()),
            properties.maxBuckets());
    this.addresses =
        new Buckets(
            new Rate(properties.address().burst(), properties.address().perSecond()),
            properties.maxBuckets());
    this.stores =
        new Buckets(
            new Rate(properties.store().burst(), properties.store().perSecond()),
            properties.maxBuckets());
  }

  /** Counts a request of a store; returns how long it must wait, zero if it may pass. */
  public Duration waitOfStore(long storeId, ClientAddress address) {
    return longer(addresses.take(address), stores.take(storeId));
  }

  /** Counts a request without a valid token; returns how long it must wait, zero if it may pass. */
  public Duration waitOfAnonymous(ClientAddress address) {
    return longer(addresses.take(address), anonymous.take(address));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
