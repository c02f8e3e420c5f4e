package com.salesync.store.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.salesync.common.address.ClientAddress;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * Slows down guessing of passwords. Per account and address, so that guessing elsewhere does not
 * concern the owner; per address, so that one address cannot try many accounts; and while many
 * addresses guess at one account, each address that never logged in to it gets only a few tries,
 * but always some.
 */
public final class PasswordRateLimiter {

  private static final int MOST_KNOWN = 100_000;
  private static final Duration KNOWN_FOR = Duration.ofDays(30);

  private final Buckets<ClientAddress> byAddress;
  private final Buckets<Origin> byOrigin;
  private final Buckets<String> byAccount;
  private final Buckets<Origin> underAttack;
  private final Cache<Origin, Boolean> known;

  PasswordRateLimiter(RateLimitProperties limits, TimeMeter time) {
    this.byAddress = new Buckets<>(limits.address(), time);
    this.byOrigin = new Buckets<>(limits.accountAndAddress(), time);
    this.byAccount = new Buckets<>(limits.account(), time);
    this.underAttack = new Buckets<>(limits.underAttack(), time);
    this.known =
        Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterWrite(KNOWN_FOR)
            .ticker(time::currentTimeNanos)
            .build();
  }

  /**
   * To be called before a password is looked at.
   *
   * @throws com.salesync.common.problem.Problem 429 with the time to wait
   */
  public PasswordAttempt begin(String account, ClientAddress address) {
    Origin origin = new Origin(account, address);
    PasswordAttempt attempt = new PasswordAttempt(() -> known.put(origin, true));
    attempt.pay(byAddress.of(address));
    attempt.pay(byOrigin.of(origin));
    if (known.getIfPresent(origin) == null) {
      boolean calm = attempt.payIfPossible(byAccount.of(account));
      if (!calm) {
        attempt.pay(underAttack.of(origin));
      }
    }
    return attempt;
  }

  private record Origin(String account, ClientAddress address) {}
}
