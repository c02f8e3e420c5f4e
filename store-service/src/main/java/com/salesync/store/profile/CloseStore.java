package com.salesync.store.profile;

import com.salesync.common.audit.AuditLog;
import com.salesync.common.security.Tenant;
import com.salesync.store.account.Store;
import com.salesync.store.account.Stores;
import com.salesync.store.session.EndSessions;
import com.salesync.store.signin.ConfirmedSessions;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes a store for good: its tokens die, its records stay. */
@Component
public class CloseStore {

  private final Stores stores;
  private final ConfirmedSessions confirmedSessions;
  private final EndSessions endSessions;
  private final AuditLog audit;
  private final Clock clock;

  CloseStore(
      Stores stores,
      ConfirmedSessions confirmedSessions,
      EndSessions endSessions,
      AuditLog audit,
      Clock clock) {
    this.stores = stores;
    this.confirmedSessions = confirmedSessions;
    this.endSessions = endSessions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Closes the store of the session that asks.
   *
   * @throws com.salesync.common.problem.Problem 403 {@code PASSWORD_CHECK_NEEDED} unless that
   *     session has confirmed the password lately
   */
  @Transactional
  public void closeStore(Tenant tenant) {
    confirmedSessions.requireConfirmed(tenant);
    Store store = stores.openAndLocked(tenant.storeId());
    store.close(clock.instant());
    int ended = endSessions.endAllSessions(store.id());
    audit.record(store.id(), "store.closed", store.subject(), Map.of("sessions_ended", ended));
  }
}
