package com.salesync.store.signin;

import com.salesync.common.address.ClientAddress;
import com.salesync.common.security.Tenant;
import com.salesync.store.account.Store;
import com.salesync.store.account.Stores;
import com.salesync.store.password.PasswordHashes;
import com.salesync.store.password.PasswordQueue;
import com.salesync.store.ratelimit.PasswordAttempt;
import com.salesync.store.ratelimit.PasswordRateLimiter;
import org.springframework.stereotype.Component;

/** Confirms the password of whoever holds the till; wrong ones count like failed logins. */
@Component
public class CheckPassword {

  private final Stores stores;
  private final PasswordQueue passwordQueue;
  private final PasswordHashes passwordHashes;
  private final PasswordRateLimiter limiter;
  private final ConfirmedSessions confirmedSessions;
  private final FailedLogins failedLogins;

  CheckPassword(
      Stores stores,
      PasswordQueue passwordQueue,
      PasswordHashes passwordHashes,
      PasswordRateLimiter limiter,
      ConfirmedSessions confirmedSessions,
      FailedLogins failedLogins) {
    this.stores = stores;
    this.passwordQueue = passwordQueue;
    this.passwordHashes = passwordHashes;
    this.limiter = limiter;
    this.confirmedSessions = confirmedSessions;
    this.failedLogins = failedLogins;
  }

  /**
   * Whether this is the store's password. If so, the session may do for a while what takes it.
   *
   * @throws com.salesync.common.problem.Problem 429
   */
  public boolean checkPassword(Tenant tenant, String password, ClientAddress address) {
    boolean right =
        passwordQueue.inTurn(
            address, () -> isPasswordOf(stores.open(tenant.storeId()), password, address));
    if (right) {
      confirmedSessions.confirm(tenant);
    }
    return right;
  }

  /**
   * Whether this is a store's password; asked in a turn of the address.
   *
   * @throws com.salesync.common.problem.Problem 429
   */
  public boolean isPasswordOf(Store store, String password, ClientAddress address) {
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
