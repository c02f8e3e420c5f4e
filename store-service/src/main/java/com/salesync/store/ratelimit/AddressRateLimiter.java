package com.salesync.store.ratelimit;

import com.salesync.common.address.ClientAddress;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;

/** A plain limit per address. */
public final class AddressRateLimiter {

  private final Buckets<ClientAddress> byAddress;

  AddressRateLimiter(RateLimitProperties.Limit limit, TimeMeter time) {
    this.byAddress = new Buckets<>(limit, time);
  }

  /**
   * Counts one call.
   *
   * @throws com.salesync.common.problem.Problem 429 with the time to wait
   */
  public void count(ClientAddress address) {
    ConsumptionProbe probe = byAddress.of(address).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw PasswordAttempt.tooMany(probe);
    }
  }
}
