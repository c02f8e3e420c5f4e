package com.salesync.order.tab;

import com.salesync.common.audit.AuditLog;
import com.salesync.common.problem.Problem;
import com.salesync.common.security.Tenant;
import com.salesync.order.volume.DailyItemVolumes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back a payment: the order stays on record as voided, and its lines no longer count as sold
 * on the day they were paid.
 */
@Component
public class VoidOrder {

  private final Tabs tabs;
  private final DailyItemVolumes volumes;
  private final AuditLog audit;
  private final Clock clock;

  VoidOrder(Tabs tabs, DailyItemVolumes volumes, AuditLog audit, Clock clock) {
    this.tabs = tabs;
    this.volumes = volumes;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Voids once; a repeat answers the same.
   *
   * @throws Problem 404 {@code ORDER_NOT_FOUND} if this sale has paid nothing
   */
  @Transactional
  public PaidOrder takeBack(Tenant tenant, long saleId) {
    Tab tab =
        tabs.lockPaidBy(tenant.storeId(), saleId)
            .orElseThrow(() -> Problem.notFound("ORDER_NOT_FOUND"));
    if (tab.status() == TabStatus.PAID) {
      LocalDate day = Objects.requireNonNull(tab.paidDay());
      tab.takeBackPayment(clock.instant());
      tabs.saveAndFlush(tab);
      volumes.subtract(tenant.storeId(), day, tab.id());
      audit.record(
          tenant.storeId(),
          "order.voided",
          "order:" + tab.id(),
          Map.of("sale_id", saleId, "total_price", tab.totalPrice()));
    }
    return PaidOrder.of(tab);
  }
}
