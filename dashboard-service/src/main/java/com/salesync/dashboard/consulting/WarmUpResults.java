package com.salesync.dashboard.consulting;

import com.salesync.common.security.Tenant;
import com.salesync.common.warmup.WarmUpStatements;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps what is told of a request when it is accepted and when it is answered. */
@Component
final class WarmUpResults implements WarmUpStatements {

  private final ConsultingResults results;

  WarmUpResults(ConsultingResults results) {
    this.results = results;
  }

  @Override
  public void write(Tenant noStore) {
    UUID request = UUID.randomUUID();
    results.keepResult(ConsultingResult.accepted(request, noStore.storeId()));
    results.keepResult(ConsultingResult.completed(request, noStore.storeId(), "warm-up"));
  }
}
