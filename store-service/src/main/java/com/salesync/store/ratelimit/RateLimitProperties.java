package com.salesync.store.ratelimit;

import com.salesync.common.resilience.RateLimit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often is too often. Successful logins and password checks do not count.
 *
 * @param signUp sign-ups per address
 * @param usernameCheck username checks per address
 * @param address wrong passwords per address, whatever the account
 * @param accountAndAddress wrong passwords per account and address
 * @param account wrong passwords per account from addresses that never logged in to it; beyond
 *     that, each such address is held to {@code underAttack}
 * @param underAttack wrong passwords per account and address while the account is being guessed at;
 *     never none, so that the owner gets in from a new address
 */
@Validated
@ConfigurationProperties("salesync.rate-limits")
record RateLimitProperties(
    @Valid @DefaultValue SignUps signUp,
    @Valid @DefaultValue UsernameChecks usernameCheck,
    @Valid @DefaultValue PerAddress address,
    @Valid @DefaultValue PerAccountAndAddress accountAndAddress,
    @Valid @DefaultValue PerAccount account,
    @Valid @DefaultValue UnderAttack underAttack) {

  /** Addresses and accounts remembered per limit, so that made-up ones cannot fill the memory. */
  static final int MAX_KEYS = 50_000;

  /** So many attempts in a period, allowed again evenly over it. */
  interface Limit {
    int attempts();

    Duration per();

    default RateLimit rateLimit() {
      return RateLimit.of(attempts(), per());
    }
  }

  record SignUps(@Min(1) int attempts, @DefaultValue("1m") Duration per) implements Limit {}

  record UsernameChecks(@Min(1) int attempts, @DefaultValue("1m") Duration per) implements Limit {}

  record PerAddress(@DefaultValue("60") @Min(1) int attempts, @DefaultValue("5m") Duration per)
      implements Limit {}

  record PerAccountAndAddress(
      @DefaultValue("10") @Min(1) int attempts, @DefaultValue("5m") Duration per)
      implements Limit {}

  record PerAccount(@DefaultValue("30") @Min(1) int attempts, @DefaultValue("1h") Duration per)
      implements Limit {}

  record UnderAttack(@DefaultValue("3") @Min(1) int attempts, @DefaultValue("15m") Duration per)
      implements Limit {}
}
