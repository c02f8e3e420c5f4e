package com.salesync.dashboard.erasure;

import com.salesync.common.audit.AuditLog;
import com.salesync.common.security.Tenant;
import com.salesync.dashboard.consulting.ConsultingResults;
import com.salesync.dashboard.settlement.EraseTexts;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Empties a store's texts, numbers and advice for good. What was settled, when and for how much
 * stays. A second time finds nothing left to erase.
 */
@Component
public class EraseStore {

  private final EraseTexts texts;
  private final ConsultingResults results;
  private final AuditLog audit;

  EraseStore(EraseTexts texts, ConsultingResults results, AuditLog audit) {
    this.texts = texts;
    this.results = results;
    this.audit = audit;
  }

  @Transactional
  public void eraseStore(Tenant tenant) {
    long storeId = tenant.storeId();
    int settlements = texts.eraseTexts(storeId);
    int answers = results.eraseAnswers(storeId);
    if (settlements + answers > 0) {
      audit.record(
          storeId,
          "store.erased",
          "store:" + storeId,
          Map.of("settlements", settlements, "consulting_results", answers));
    }
  }
}
