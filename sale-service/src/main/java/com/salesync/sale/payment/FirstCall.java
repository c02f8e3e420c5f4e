package com.salesync.sale.payment;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Waits, for a repeat with the same key, until the first call has ended. */
@Component
class FirstCall {

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final SaleLedger ledger;
  private final PaymentProperties properties;

  FirstCall(SaleLedger ledger, PaymentProperties properties) {
    this.ledger = ledger;
    this.properties = properties;
  }

  /** The sale once it is settled, or as it stands when the configured wait is over. */
  Sale await(Sale sale) {
    long deadline = System.nanoTime() + properties.repeatWait().toNanos();
    Sale current = sale;
    while (current.status() == SaleStatus.PENDING && System.nanoTime() < deadline) {
      LockSupport.parkNanos(PAUSE.toNanos());
      current = ledger.read(sale.storeId(), sale.id());
    }
    return current;
  }
}
