package com.salesync.store.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.salesync.common.address.ClientAddress;
import com.salesync.common.resilience.RateLimiter;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Slows down guessing of passwords. Per account and address, so that guessing elsewhere does not
 * concern the owner; per address, so that one address cannot try many accounts; and while many
 * addresses guess at one account, each address that never logged in to it gets only a few tries,
 * but always some.
 */
public final class PasswordRateLimiter {

  private static final int MOST_KNOWN = 100_000;
  private static final Duration KNOWN_FOR = Duration.ofDays(30);

  private final RateLimiter<ClientAddress> byAddress;
  private final RateLimiter<Origin> byOrigin;
  private final RateLimiter<String> byAccount;
  private final RateLimiter<Origin> underAttack;
  private final Cache<Origin, Boolean> known;

  PasswordRateLimiter(RateLimitProperties limits, LongSupplier nanoTime) {
    this.byAddress = limiter(limits.address(), nanoTime);
    this.byOrigin = limiter(limits.accountAndAddress(), nanoTime);
    this.byAccount = limiter(limits.account(), nanoTime);
    this.underAttack = limiter(limits.underAttack(), nanoTime);
    this.known =
        Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterWrite(KNOWN_FOR)
            .ticker(nanoTime::getAsLong)
            .build();
  }

  private static <K> RateLimiter<K> limiter(
      RateLimitProperties.Limit limit, LongSupplier nanoTime) {
    return new RateLimiter<>(limit.rateLimit(), RateLimitProperties.MAX_KEYS, nanoTime);
  }

  /**
   * To be called before a password is looked at.
   *
   * @throws com.salesync.common.problem.Problem 429 with the time to wait
   */
  public PasswordAttempt begin(String account, ClientAddress address) {
    Origin origin = new Origin(account, address);
    PasswordAttempt attempt = new PasswordAttempt(() -> known.put(origin, true));
    attempt.count(byAddress, address);
    attempt.count(byOrigin, origin);
    if (known.getIfPresent(origin) == null) {
      boolean calm = attempt.countIfAllowed(byAccount, account);
      if (!calm) {
        attempt.count(underAttack, origin);
      }
    }
    return attempt;
  }

  private record Origin(String account, ClientAddress address) {}
}
