package com.salesync.store.erasure;

import com.salesync.common.audit.AuditLog;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Erases what is known of the people of stores that were closed long enough ago: first in the other
 * services, then here, so that a store counts as erased only when nobody holds anything any more.
 */
@Component
public class EraseClosedStores {

  private static final Logger log = LoggerFactory.getLogger(EraseClosedStores.class);

  private static final int AT_ONCE = 100;

  private final ClosedStores closedStores;
  private final List<PersonalDataHolder> others;
  private final ErasureProperties properties;
  private final AuditLog audit;
  private final TransactionOperations transactions;
  private final Clock clock;

  EraseClosedStores(
      ClosedStores closedStores,
      List<PersonalDataHolder> others,
      ErasureProperties properties,
      AuditLog audit,
      TransactionOperations transactions,
      Clock clock) {
    this.closedStores = closedStores;
    this.others = List.copyOf(others);
    this.properties = properties;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Tries every store that is due once. */
  public void eraseClosedStores() {
    Instant closedBefore = clock.instant().minus(properties.after());
    long last = 0;
    List<ClosedStore> due;
    do {
      due = closedStores.closedBefore(closedBefore, last, AT_ONCE);
      for (ClosedStore store : due) {
        erase(store);
        last = store.id();
      }
    } while (due.size() == AT_ONCE);
  }

  /** One that fails keeps the others from nothing. */
  private void erase(ClosedStore store) {
    try {
      others.forEach(other -> other.erase(store.tenant()));
      transactions.executeWithoutResult(
          status -> {
            if (closedStores.erase(store, clock.instant())) {
              audit.record(store.id(), "store.erased", store.subject(), Map.of());
            }
          });
    } catch (RuntimeException failed) {
      log.warn("{} could not be erased, tried again later: {}", store.subject(), failed.toString());
    }
  }
}
