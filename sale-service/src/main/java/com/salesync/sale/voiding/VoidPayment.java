package com.salesync.sale.voiding;

import com.salesync.common.neighbour.NeighbourUnavailable;
import com.salesync.common.problem.Problem;
import com.salesync.common.security.Tenant;
import com.salesync.sale.order.OrderPayments;
import com.salesync.sale.sales.SaleStatus;
import com.salesync.sale.sales.SaleTransitions;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Voids a payment: the saga of paying backwards. Once requested it only goes forward: whatever
 * fails on the way, recovery ends it as voided.
 */
@Component
public class VoidPayment {

  private final SaleTransitions transitions;
  private final OrderPayments orders;

  VoidPayment(SaleTransitions transitions, OrderPayments orders) {
    this.transitions = transitions;
    this.orders = orders;
  }

  /**
   * Voids a booked sale; voiding it again changes nothing.
   *
   * @return false if this store has no such booked sale
   * @throws Problem 504 {@code OUTCOME_UNKNOWN} if the void is recorded and will be finished later
   */
  public boolean voidPayment(Tenant tenant, long saleId) {
    Optional<SaleStatus> status = transitions.requestVoid(tenant, saleId);
    if (status.isPresent() && status.get() == SaleStatus.VOIDING) {
      try {
        orders.voidOrder(tenant, saleId);
      } catch (NeighbourUnavailable outage) {
        throw Problem.outcomeUnknown(outage);
      }
      transitions.completeVoid(tenant.storeId(), saleId);
    }
    return status.isPresent();
  }
}
