package com.salesync.gateway.limit;

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
  public Duration ofStore(long storeId, String address) {
    return longer(addresses.take(Network.of(address)), stores.take(storeId));
  }

  /** Counts a request that no store vouches for; returns how long it must wait, zero if not. */
  public Duration ofStranger(String address) {
    Network network = Network.of(address);
    return longer(addresses.take(network), anonymous.take(network));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
