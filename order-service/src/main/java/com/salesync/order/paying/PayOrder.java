package com.salesync.order.paying;

import com.salesync.common.audit.AuditLog;
import com.salesync.common.problem.Problem;
import com.salesync.common.security.Tenant;
import com.salesync.order.order.Order;
import com.salesync.order.order.Orders;
import com.salesync.order.volume.DailyItemVolumes;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Order-service's part of a payment: marks the order paid by a sale and counts its lines as sold,
 * in one transaction. Repeated for the same sale it answers the same and does nothing.
 */
@Component
public class PayOrder {

  private final Orders orders;
  private final DailyItemVolumes volumes;
  private final AuditLog audit;
  private final TransactionOperations transactions;
  private final Clock clock;

  PayOrder(
      Orders orders,
      DailyItemVolumes volumes,
      AuditLog audit,
      TransactionOperations transactions,
      Clock clock) {
    this.orders = orders;
    this.volumes = volumes;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Marks the table's open order paid.
   *
   * @throws Problem 404 {@code ORDER_NOT_FOUND} if nothing is open that the sale can be for, with
   *     {@code last_payment} if nothing is open at all and the table's last order was paid; 409
   *     {@code TOTAL_MISMATCH} with the right total
   */
  public PaidOrder payOrder(Tenant tenant, Payment payment) {
    try {
      PaidOrder paid = transactions.execute(status -> payOnce(tenant, payment));
      return Objects.requireNonNull(paid);
    } catch (DataIntegrityViolationException saleHasPaidAnotherTable) {
      return orderPaidBy(tenant, payment.saleId()).orElseThrow(() -> saleHasPaidAnotherTable);
    }
  }

  /** The order a sale has paid. */
  public Optional<PaidOrder> orderPaidBy(Tenant tenant, long saleId) {
    return orders.findByStoreIdAndSaleId(tenant.storeId(), saleId).map(PaidOrder::of);
  }

  private PaidOrder payOnce(Tenant tenant, Payment payment) {
    return orderPaidBy(tenant, payment.saleId()).orElseGet(() -> payOpen(tenant, payment));
  }

  private PaidOrder payOpen(Tenant tenant, Payment payment) {
    Optional<Order> open = orders.lockOpen(tenant.storeId(), payment.tableNo());
    return open.filter(order -> !isLate(tenant, order, payment))
        .map(order -> capture(tenant, order, payment))
        .or(() -> orderPaidBy(tenant, payment.saleId()))
        .orElseThrow(
            () ->
                open.isPresent()
                    ? Problem.notFound("ORDER_NOT_FOUND")
                    : nothingOpen(tenant, payment.tableNo()));
  }

  /**
   * Names the sale that paid the table's last order: sale-service knows whether it is the asker's
   * own, whose answer was lost.
   */
  private Problem nothingOpen(Tenant tenant, int tableNo) {
    Problem nothing = Problem.notFound("ORDER_NOT_FOUND");
    orders
        .findLastPaid(tenant.storeId(), tableNo)
        .ifPresent(order -> nothing.with("last_payment", LastPayment.of(order)));
    return nothing;
  }

  /**
   * A request may arrive late, when other guests sit at the table. Where a sale asked for later has
   * paid an earlier order of this table, or this order is younger than the sale, the sale was for
   * an order that is closed.
   */
  private boolean isLate(Tenant tenant, Order order, Payment payment) {
    return payment.precedes(order)
        || orders.existsByStoreIdAndTableNoAndSaleRequestedAtGreaterThan(
            tenant.storeId(), payment.tableNo(), payment.requestedAt());
  }

  private PaidOrder capture(Tenant tenant, Order order, Payment payment) {
    if (order.totalPrice() != payment.totalPrice()) {
      throw Problem.conflict("TOTAL_MISMATCH", order.totalPrice())
          .with("total_price", order.totalPrice());
    }
    Instant now = clock.instant();
    order.pay(payment.saleId(), payment.requestedBy(now), payment.businessDay(), now);
    orders.saveAndFlush(order);
    volumes.add(tenant.storeId(), payment.businessDay(), order.id());
    audit.record(
        tenant.storeId(),
        "order.paid",
        "order:" + order.id(),
        Map.of("sale_id", payment.saleId(), "total_price", order.totalPrice()));
    return PaidOrder.of(order);
  }
}
