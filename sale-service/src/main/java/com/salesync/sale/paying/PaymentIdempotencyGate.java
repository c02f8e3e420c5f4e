package com.salesync.sale.paying;

import com.salesync.common.security.Tenant;
import com.salesync.sale.sales.PaymentAttempt;
import com.salesync.sale.sales.PaymentProperties;
import com.salesync.sale.sales.PaymentRequest;
import com.salesync.sale.sales.Sale;
import com.salesync.sale.sales.SaleStatus;
import com.salesync.sale.sales.SaleTransitions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Calls with the same idempotency key meet here: one of them pays, the others wait for it. */
@Component
class PaymentIdempotencyGate {

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final SaleTransitions transitions;
  private final PaymentProperties properties;

  PaymentIdempotencyGate(SaleTransitions transitions, PaymentProperties properties) {
    this.transitions = transitions;
    this.properties = properties;
  }

  /** Empty if for the whole configured wait others were about to begin the sale of this key. */
  Optional<PaymentAttempt> beginPayment(Tenant tenant, PaymentRequest request, String key) {
    long deadline = deadline();
    Optional<PaymentAttempt> attempt = transitions.beginPayment(tenant, request, key);
    while (attempt.isEmpty() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(PAUSE.toNanos());
      attempt = transitions.beginPayment(tenant, request, key);
    }
    return attempt;
  }

  /** The sale once it is settled, or as it stands when the configured wait is over. */
  Sale awaitSettled(Sale sale) {
    long deadline = deadline();
    Sale current = sale;
    while (current.status() == SaleStatus.PENDING && System.nanoTime() < deadline) {
      LockSupport.parkNanos(PAUSE.toNanos());
      current = transitions.read(sale.storeId(), sale.id());
    }
    return current;
  }

  private long deadline() {
    return System.nanoTime() + properties.repeatWait().toNanos();
  }
}
