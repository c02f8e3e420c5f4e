package com.salesync.sale.payment;

import com.salesync.common.neighbour.NeighbourUnavailable;
import com.salesync.common.problem.Problem;
import com.salesync.common.security.Tenant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Voids a payment: the saga of {@link TakePayment} backwards. Once requested it only goes forward:
 * whatever fails on the way, {@link RecoverSale} ends it as voided.
 */
@Component
public class VoidPayment {

  private static final int RETRY_AFTER_SECONDS = 3;

  private final SaleLedger ledger;
  private final Tabs tabs;

  VoidPayment(SaleLedger ledger, Tabs tabs) {
    this.ledger = ledger;
    this.tabs = tabs;
  }

  /**
   * Voids a booked sale; voiding it again changes nothing.
   *
   * @return false if this store has no such booked sale
   * @throws Problem 503 {@code VOID_UNCONFIRMED} if the void is recorded and will be finished later
   */
  public boolean voidSale(Tenant tenant, long saleId) {
    Optional<SaleStatus> status = ledger.requestVoid(tenant, saleId);
    if (status.isPresent() && status.get() == SaleStatus.VOIDING) {
      try {
        tabs.voidPaid(tabs.permit(tenant.storeId(), tenant.businessDays()), saleId);
      } catch (NeighbourUnavailable outage) {
        Problem unconfirmed = Problem.unavailable("VOID_UNCONFIRMED", RETRY_AFTER_SECONDS);
        unconfirmed.initCause(outage);
        throw unconfirmed;
      }
      ledger.completeVoid(tenant.storeId(), saleId);
    }
    return status.isPresent();
  }
}
