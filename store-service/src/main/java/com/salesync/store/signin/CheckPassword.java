package com.salesync.store.signin;

import com.salesync.common.address.ClientAddress;
import com.salesync.common.security.Tenant;
import com.salesync.store.account.Store;
import com.salesync.store.account.Stores;
import com.salesync.store.password.PasswordHashes;
import com.salesync.store.ratelimit.PasswordAttempt;
import com.salesync.store.ratelimit.PasswordRateLimiter;
import org.springframework.stereotype.Component;

/** Confirms the password of whoever holds the till; wrong ones count like failed logins. */
@Component
public class CheckPassword {

  private final Stores stores;
  private final PasswordHashes passwordHashes;
  private final PasswordRateLimiter limiter;
  private final FailedLogins failedLogins;

  CheckPassword(
      Stores stores,
      PasswordHashes passwordHashes,
      PasswordRateLimiter limiter,
      FailedLogins failedLogins) {
    this.stores = stores;
    this.passwordHashes = passwordHashes;
    this.limiter = limiter;
    this.failedLogins = failedLogins;
  }

  /**
   * Whether this is the store's password.
   *
   * @throws com.salesync.common.problem.Problem 429
   */
  public boolean checkPassword(Tenant tenant, String password, ClientAddress address) {
    Store store = stores.open(tenant.storeId());
    PasswordAttempt attempt = limiter.begin(store.usernameKey(), address);
    try {
      if (passwordHashes.matches(password, store.passwordHash())) {
        attempt.succeeded();
        return true;
      }
    } catch (RuntimeException undecided) {
      attempt.undecided();
      throw undecided;
    }
    failedLogins.add(store.id(), FailedLogins.Attempt.PASSWORD_CHECK, address);
    return false;
  }
}
