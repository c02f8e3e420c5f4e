package com.salesync.sale.sales;

import com.salesync.common.security.Tenant;
import com.salesync.common.warmup.WarmUpStatements;
import com.salesync.sale.order.PaidOrder;
import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Component;

/** Begins, books and voids a payment; begins another and closes it as failed. */
@Component
final class WarmUpSales implements WarmUpStatements {

  private static final PaymentRequest REQUEST = new PaymentRequest(1, 1_000, "warm-up");

  private final SaleTransitions transitions;
  private final EntityManager entities;

  WarmUpSales(SaleTransitions transitions, EntityManager entities) {
    this.transitions = transitions;
    this.entities = entities;
  }

  @Override
  public void write(Tenant noStore) {
    long store = noStore.storeId();
    long paid = transitions.beginPayment(noStore, REQUEST, "warm-up").sale().id();
    nextStep();
    transitions.complete(store, paid, new PaidOrder(1, REQUEST.totalPrice()));
    nextStep();
    transitions.requestVoid(noStore, paid);
    nextStep();
    transitions.completeVoid(store, paid);
    nextStep();
    long failed = transitions.beginPayment(noStore, REQUEST).sale().id();
    nextStep();
    transitions.fail(store, failed, FailureReason.NO_OPEN_ORDER, null);
  }

  /** Each step is a transaction of its own otherwise, and begins by reading the sale. */
  private void nextStep() {
    entities.flush();
    entities.clear();
  }
}
