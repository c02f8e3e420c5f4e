package com.salesync.store.profile;

import com.salesync.common.audit.AuditLog;
import com.salesync.common.security.Tenant;
import com.salesync.store.account.Store;
import com.salesync.store.account.Stores;
import com.salesync.store.session.EndSessions;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes a store for good: its tokens die, its records stay. */
@Component
public class CloseStore {

  private final Stores stores;
  private final EndSessions endSessions;
  private final AuditLog audit;
  private final Clock clock;

  CloseStore(Stores stores, EndSessions endSessions, AuditLog audit, Clock clock) {
    this.stores = stores;
    this.endSessions = endSessions;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public void closeStore(Tenant tenant) {
    Store store = stores.openAndLocked(tenant.storeId());
    store.close(clock.instant());
    int ended = endSessions.endAllSessions(store.id());
    audit.record(store.id(), "store.closed", store.subject(), Map.of("sessions_ended", ended));
  }
}
