package com.salesync.sale.payment;

import com.salesync.common.security.Tenant;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Lets calls with the same key meet: one of them pays, the others wait for what it achieves. */
@Component
class FirstCall {

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final SaleLedger ledger;
  private final PaymentProperties properties;

  FirstCall(SaleLedger ledger, PaymentProperties properties) {
    this.ledger = ledger;
    this.properties = properties;
  }

  /** The sale of this key; empty if for the whole configured wait others were about to open it. */
  Optional<Opening> open(Tenant tenant, PaymentRequest request, String key) {
    long deadline = deadline();
    Optional<Opening> opening = ledger.open(tenant, request, key);
    while (opening.isEmpty() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(PAUSE.toNanos());
      opening = ledger.open(tenant, request, key);
    }
    return opening;
  }

  /** The sale once it is settled, or as it stands when the configured wait is over. */
  Sale await(Sale sale) {
    long deadline = deadline();
    Sale current = sale;
    while (current.status() == SaleStatus.PENDING && System.nanoTime() < deadline) {
      LockSupport.parkNanos(PAUSE.toNanos());
      current = ledger.read(sale.storeId(), sale.id());
    }
    return current;
  }

  private long deadline() {
    return System.nanoTime() + properties.repeatWait().toNanos();
  }
}
