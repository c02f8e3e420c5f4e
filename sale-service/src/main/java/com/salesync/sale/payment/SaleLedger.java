package com.salesync.sale.payment;

import com.salesync.common.audit.AuditLog;
import com.salesync.common.problem.Problem;
import com.salesync.common.security.Tenant;
import com.salesync.sale.revenue.DailyRevenue;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is written about a sale. Each method is one transaction and one step of the saga; between
 * two of them the process may die. Steps that were taken already are passed over, since the till
 * and recovery may both take them.
 */
@Component
class SaleLedger {

  private final Sales sales;
  private final RecoveryTasks recoveries;
  private final DailyRevenue revenue;
  private final AuditLog audit;
  private final PaymentProperties properties;
  private final Clock clock;

  SaleLedger(
      Sales sales,
      RecoveryTasks recoveries,
      DailyRevenue revenue,
      AuditLog audit,
      PaymentProperties properties,
      Clock clock) {
    this.sales = sales;
    this.recoveries = recoveries;
    this.revenue = revenue;
    this.audit = audit;
    this.properties = properties;
    this.clock = clock;
  }

  @Transactional
  Opening open(Tenant tenant, PaymentRequest request) {
    return create(tenant, request, null);
  }

  /**
   * The sale of this key, or a new one; empty while another call is about to open it.
   *
   * @throws Problem 422 if the key came with another request before
   */
  @Transactional
  Optional<Opening> open(Tenant tenant, PaymentRequest request, String key) {
    if (!sales.claim(tenant.storeId(), key)) {
      return sales
          .findByStoreIdAndIdempotencyKey(tenant.storeId(), key)
          .map(sale -> new Opening(same(sale, request), false));
    }
    return Optional.of(
        sales
            .lockByKey(tenant.storeId(), key)
            .map(sale -> reopen(same(sale, request)))
            .orElseGet(() -> create(tenant, request, key)));
  }

  private Opening create(Tenant tenant, PaymentRequest request, @Nullable String key) {
    Sale sale = sales.save(new Sale(tenant, request, key, clock.instant()));
    recoveries.schedulePayment(tenant, sale.id());
    return new Opening(sale, true);
  }

  private Opening reopen(Sale sale) {
    return new Opening(sale, sale.resume(clock.instant(), properties.attemptLife()));
  }

  private static Sale same(Sale sale, PaymentRequest request) {
    if (!sale.isFor(request)) {
      throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "IDEMPOTENCY_KEY_REUSED");
    }
    return sale;
  }

  @Transactional(readOnly = true)
  Sale read(long storeId, long saleId) {
    return sales.findByStoreIdAndId(storeId, saleId).orElseThrow();
  }

  @Transactional
  void complete(long storeId, long saleId, Tabs.PaidTab tab) {
    Sale sale = sales.lock(storeId, saleId).orElseThrow();
    if (sale.isBooked()) {
      return;
    }
    sale.complete(tab.orderId(), tab.total(), clock.instant());
    revenue.add(storeId, sale.businessDay(), tab.total());
    recoveries.cancelPayment(saleId);
    audit.record(
        storeId,
        "sale.completed",
        subject(saleId),
        Map.of(
            "order_id", tab.orderId(), "total", tab.total(), "payment_type", sale.paymentType()));
  }

  /**
   * Closes a sale that took no money, unless an earlier attempt may still arrive at order-service:
   * then recovery closes it later.
   */
  @Transactional
  void fail(long storeId, long saleId, Failure reason, @Nullable Long orderTotal) {
    Sale sale = sales.lock(storeId, saleId).orElseThrow();
    if (sale.status() == SaleStatus.PENDING && sale.isFirstAttempt()) {
      fail(sale, reason, orderTotal);
    }
  }

  /**
   * Closes a sale that order-service called unpaid, if its last attempt is too long ago to arrive.
   *
   * @param asked when order-service was asked
   * @return whether the sale needs no further recovery
   */
  @Transactional
  boolean giveUp(long storeId, long saleId, Instant asked) {
    Sale sale = sales.lock(storeId, saleId).orElseThrow();
    if (sale.status() == SaleStatus.PENDING) {
      if (asked.isBefore(sale.attemptedAt().plus(properties.grace()))) {
        return false;
      }
      fail(sale, Failure.NEVER_PAID, null);
    }
    return true;
  }

  private void fail(Sale sale, Failure reason, @Nullable Long orderTotal) {
    sale.fail(reason, orderTotal, clock.instant());
    recoveries.cancelPayment(sale.id());
    audit.record(
        sale.storeId(), "sale.failed", subject(sale.id()), Map.of("reason", reason.name()));
  }

  /** The sale as it stands once the void is on its way, or empty if there is none to void. */
  @Transactional
  Optional<SaleStatus> requestVoid(Tenant tenant, long saleId) {
    Optional<Sale> booked = sales.lock(tenant.storeId(), saleId).filter(Sale::isBooked);
    booked
        .filter(sale -> sale.status() == SaleStatus.COMPLETED)
        .ifPresent(
            sale -> {
              sale.requestVoid(clock.instant());
              recoveries.scheduleVoid(tenant, saleId);
              audit.record(tenant.storeId(), "sale.void_requested", subject(saleId), Map.of());
            });
    return booked.map(Sale::status);
  }

  @Transactional
  void completeVoid(long storeId, long saleId) {
    Sale sale = sales.lock(storeId, saleId).orElseThrow();
    if (sale.status() == SaleStatus.VOIDED) {
      return;
    }
    sale.completeVoid(clock.instant());
    revenue.subtract(storeId, sale.businessDay(), sale.totalPrice());
    recoveries.cancelVoid(saleId);
    audit.record(storeId, "sale.voided", subject(saleId), Map.of("total", sale.totalPrice()));
  }

  private static String subject(long saleId) {
    return "sale:" + saleId;
  }
}
