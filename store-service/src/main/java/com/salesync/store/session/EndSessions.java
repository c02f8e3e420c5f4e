package com.salesync.store.session;

import com.salesync.common.audit.AuditLog;
import com.salesync.common.security.Tenant;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends sessions before their tokens expire; joins the caller's transaction where there is one. */
@Component
public class EndSessions {

  private final Sessions sessions;
  private final AuditLog audit;
  private final Clock clock;

  EndSessions(Sessions sessions, AuditLog audit, Clock clock) {
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public void logOut(Tenant tenant) {
    sessions.end(tenant.storeId(), UUID.fromString(tenant.session()), clock.instant(), "logout");
    audit.record(tenant.storeId(), "session.logged_out", subject(tenant.storeId()), Map.of());
  }

  /** After a password change; the session that changed it goes on. */
  @Transactional
  public int endOtherSessions(Tenant tenant) {
    UUID kept = UUID.fromString(tenant.session());
    return sessions.endAllBut(tenant.storeId(), kept, clock.instant(), "password change");
  }

  /** After closing the store. */
  @Transactional
  public int endAllSessions(long storeId) {
    return sessions.endAll(storeId, clock.instant(), "store closed");
  }

  private static String subject(long storeId) {
    return "store:" + storeId;
  }
}
