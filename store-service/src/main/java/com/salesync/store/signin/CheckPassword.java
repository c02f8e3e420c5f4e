package com.salesync.store.signin;

import com.salesync.common.audit.AuditLog;
import com.salesync.common.security.Tenant;
import com.salesync.store.account.Store;
import com.salesync.store.account.Stores;
import com.salesync.store.password.PasswordHashes;
import com.salesync.store.throttle.Attempt;
import com.salesync.store.throttle.ClientAddress;
import com.salesync.store.throttle.PasswordThrottle;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Confirms the password of whoever holds the till; wrong ones count like failed logins. */
@Component
public class CheckPassword {

  private final Stores stores;
  private final PasswordHashes passwordHashes;
  private final PasswordThrottle throttle;
  private final AuditLog audit;

  CheckPassword(
      Stores stores, PasswordHashes passwordHashes, PasswordThrottle throttle, AuditLog audit) {
    this.stores = stores;
    this.passwordHashes = passwordHashes;
    this.throttle = throttle;
    this.audit = audit;
  }

  /**
   * Whether this is the store's password.
   *
   * @throws com.salesync.common.problem.Problem 429
   */
  public boolean checkPassword(Tenant tenant, String password, ClientAddress address) {
    Store store = stores.open(tenant.storeId());
    Attempt attempt = throttle.begin(store.usernameKey(), address);
    try {
      if (passwordHashes.matches(password, store.passwordHash())) {
        attempt.succeeded();
        return true;
      }
    } catch (RuntimeException undecided) {
      attempt.giveBack();
      throw undecided;
    }
    audit.record(
        store.id(), "password.check_failed", store.subject(), Map.of("address", address.value()));
    return false;
  }
}
