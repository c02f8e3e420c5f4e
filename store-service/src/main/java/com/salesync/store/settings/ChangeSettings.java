package com.salesync.store.settings;

import com.salesync.common.audit.AuditLog;
import com.salesync.common.problem.Problem;
import com.salesync.common.security.Tenant;
import com.salesync.store.account.Settings;
import com.salesync.store.account.SettingsChange;
import com.salesync.store.account.Store;
import com.salesync.store.account.Stores;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes a store's settings. */
@Component
public class ChangeSettings {

  private final Stores stores;
  private final AuditLog audit;

  ChangeSettings(Stores stores, AuditLog audit) {
    this.stores = stores;
    this.audit = audit;
  }

  /**
   * The next login's token carries the change.
   *
   * @throws Problem 400 naming {@code time_zone} if there is no such zone
   */
  @Transactional
  public Settings changeSettings(Tenant tenant, SettingsChange change) {
    Store store = stores.openAndLocked(tenant.storeId());
    store.change(change);
    Settings settings = store.settings();
    audit.record(
        store.id(),
        "settings.changed",
        store.subject(),
        Map.of(
            "time_zone", settings.timeZone().getId(),
            "day_start", settings.dayStart().toString(),
            "language", settings.language().code()));
    return settings;
  }
}
