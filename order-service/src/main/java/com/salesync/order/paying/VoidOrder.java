package com.salesync.order.paying;

import com.salesync.common.audit.AuditLog;
import com.salesync.common.problem.Problem;
import com.salesync.common.security.Tenant;
import com.salesync.order.order.Order;
import com.salesync.order.order.OrderStatus;
import com.salesync.order.order.Orders;
import com.salesync.order.volume.DailyItemVolumes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Voids a payment: the order stays on record as voided, and its lines no longer count as sold on
 * the day they were paid.
 */
@Component
public class VoidOrder {

  private final Orders orders;
  private final DailyItemVolumes volumes;
  private final AuditLog audit;
  private final Clock clock;

  VoidOrder(Orders orders, DailyItemVolumes volumes, AuditLog audit, Clock clock) {
    this.orders = orders;
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
  public PaidOrder voidOrder(Tenant tenant, long saleId) {
    Order order =
        orders
            .lockPaidBy(tenant.storeId(), saleId)
            .orElseThrow(() -> Problem.notFound("ORDER_NOT_FOUND"));
    if (order.status() == OrderStatus.PAID) {
      LocalDate day = Objects.requireNonNull(order.paidDay());
      order.voidPayment(clock.instant());
      orders.saveAndFlush(order);
      volumes.subtract(tenant.storeId(), day, order.id());
      audit.record(
          tenant.storeId(),
          "order.voided",
          "order:" + order.id(),
          Map.of("sale_id", saleId, "total_price", order.totalPrice()));
    }
    return PaidOrder.of(order);
  }
}
