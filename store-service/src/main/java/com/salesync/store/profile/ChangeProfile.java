package com.salesync.store.profile;

import com.salesync.common.address.ClientAddress;
import com.salesync.common.audit.AuditLog;
import com.salesync.common.problem.Problem;
import com.salesync.common.security.Tenant;
import com.salesync.store.account.ProfileChange;
import com.salesync.store.account.Store;
import com.salesync.store.account.Stores;
import com.salesync.store.password.PasswordHashes;
import com.salesync.store.password.PasswordPolicy;
import com.salesync.store.password.PasswordQueue;
import com.salesync.store.session.EndSessions;
import com.salesync.store.signin.ConfirmedSessions;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Changes a store's profile and password, both or neither. */
@Component
public class ChangeProfile {

  private final Stores stores;
  private final PasswordQueue passwordQueue;
  private final PasswordHashes passwordHashes;
  private final ConfirmedSessions confirmedSessions;
  private final EndSessions endSessions;
  private final AuditLog audit;
  private final TransactionOperations transactions;

  ChangeProfile(
      Stores stores,
      PasswordQueue passwordQueue,
      PasswordHashes passwordHashes,
      ConfirmedSessions confirmedSessions,
      EndSessions endSessions,
      AuditLog audit,
      TransactionOperations transactions) {
    this.stores = stores;
    this.passwordQueue = passwordQueue;
    this.passwordHashes = passwordHashes;
    this.confirmedSessions = confirmedSessions;
    this.endSessions = endSessions;
    this.audit = audit;
    this.transactions = transactions;
  }

  /**
   * Changes the profile, and with a new password ends every session but the one that asks.
   *
   * @param password null leaves it as it is
   * @throws Problem 400 naming the field at fault; with a new password 403 {@code
   *     PASSWORD_CHECK_NEEDED} unless this session has confirmed the present one lately, 429
   */
  public void changeProfile(
      Tenant tenant, ProfileChange change, @Nullable String password, ClientAddress address) {
    String hash = password == null ? null : acceptedHash(tenant, password, address);
    transactions.executeWithoutResult(
        status -> {
          Store store = stores.openAndLocked(tenant.storeId());
          if (!change.fields().isEmpty()) {
            store.change(change);
            record(store, "profile.changed", Map.of("fields", change.fields()));
          }
          if (hash != null) {
            store.changePassword(hash);
            int ended = endSessions.endOtherSessions(tenant);
            record(store, "password.changed", Map.of("sessions_ended", ended));
          }
        });
  }

  /** Hashed before the row is locked: it takes long. */
  private String acceptedHash(Tenant tenant, String password, ClientAddress address) {
    PasswordPolicy.check(password, stores.open(tenant.storeId()).username());
    confirmedSessions.requireConfirmed(tenant);
    return passwordQueue.inTurn(address, () -> passwordHashes.hash(password));
  }

  private void record(Store store, String action, Map<String, ?> details) {
    audit.record(store.id(), action, store.subject(), details);
  }
}
