package com.salesync.consulting.erasure;

import com.salesync.common.audit.AuditLog;
import com.salesync.common.security.Tenant;
import com.salesync.consulting.job.Jobs;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Empties a store's figures and advice for good. That it asked, when and about which days stays. A
 * second time finds nothing left to erase.
 */
@Component
public class EraseStore {

  private final Jobs jobs;
  private final AuditLog audit;

  EraseStore(Jobs jobs, AuditLog audit) {
    this.jobs = jobs;
    this.audit = audit;
  }

  @Transactional
  public void eraseStore(Tenant tenant) {
    long storeId = tenant.storeId();
    int erased = jobs.erase(storeId);
    if (erased > 0) {
      audit.record(storeId, "store.erased", "store:" + storeId, Map.of("consulting_jobs", erased));
    }
  }
}
