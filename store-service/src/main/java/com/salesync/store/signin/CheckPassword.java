package com.salesync.store.signin;

import com.salesync.common.address.ClientAddress;
import com.salesync.common.audit.AuditLog;
import com.salesync.common.security.Tenant;
import com.salesync.store.account.Store;
import com.salesync.store.account.Stores;
import com.salesync.store.password.PasswordHashes;
import com.salesync.store.ratelimit.PasswordAttempt;
import com.salesync.store.ratelimit.PasswordRateLimiter;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Confirms the password of whoever holds the till; wrong ones count like failed logins. */
@Component
public class CheckPassword {

  private final Stores stores;
  private final PasswordHashes passwordHashes;
  private final PasswordRateLimiter limiter;
  private final AuditLog audit;

  CheckPassword(
      Stores stores, PasswordHashes passwordHashes, PasswordRateLimiter limiter, AuditLog audit) {
    this.stores = stores;
    this.passwordHashes = passwordHashes;
    this.limiter = limiter;
    this.audit = audit;
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
    audit.record(
        store.id(), "password.check_failed", store.subject(), Map.of("address", address.value()));
    return false;
  }
}
