package com.salesync.sale.sales;

import com.salesync.common.audit.AuditLog;
import com.salesync.common.idempotency.IdempotencyGate;
import com.salesync.common.idempotency.IdempotencyGate.Held;
import com.salesync.common.problem.Problem;
import com.salesync.common.security.Tenant;
import com.salesync.common.tracing.TaskTraces;
import com.salesync.sale.order.LastPayment;
import com.salesync.sale.order.PaidOrder;
import com.salesync.sale.revenue.DailyRevenue;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is written about a sale. Each method is one transaction and one step of the saga; between
 * two of them the process may die. Steps that were taken already are passed over, since a till and
 * recovery may both take them.
 */
@Component
public class SaleTransitions {

  private static final String ENDPOINT = "POST /sales";

  private final Sales sales;
  private final IdempotencyGate gate;
  private final DailyRevenue revenue;
  private final AuditLog audit;
  private final TaskTraces traces;
  private final PaymentProperties properties;
  private final Clock clock;

  SaleTransitions(
      Sales sales,
      IdempotencyGate gate,
      DailyRevenue revenue,
      AuditLog audit,
      TaskTraces traces,
      PaymentProperties properties,
      Clock clock) {
    this.sales = sales;
    this.gate = gate;
    this.revenue = revenue;
    this.audit = audit;
    this.traces = traces;
    this.properties = properties;
    this.clock = clock;
  }

  /** A new sale to be paid. */
  @Transactional
  public PaymentAttempt beginPayment(Tenant tenant, PaymentRequest request) {
    return PaymentAttempt.first(sales.add(newSale(tenant, request)));
  }

  /**
   * The sale of this key, or a new one. Key and sale are written in one transaction; a key whose
   * sale came to nothing before order-service decided belongs to the new one from then on.
   *
   * @throws Problem 422 if the key came with another request before
   */
  @Transactional
  public PaymentAttempt beginPayment(Tenant tenant, PaymentRequest request, String key) {
    long store = tenant.storeId();
    Sale sale = newSale(tenant, request);
    Optional<Held<Long>> held = claim(store, key, request, sale);
    while (held.isPresent()) {
      long earlierId = held.get().reference();
      Sale earlier = read(store, earlierId);
      if (earlier.keepsIdempotencyKey()) {
        held.get().requireSameBody();
        return repeat(earlier);
      }
      held =
          gate.takeOver(store, ENDPOINT, key, request, earlierId, sale.id())
              ? Optional.empty()
              : claim(store, key, request, sale);
    }
    return PaymentAttempt.first(sales.add(sale));
  }

  private Optional<Held<Long>> claim(long store, String key, PaymentRequest request, Sale sale) {
    return gate.claim(store, ENDPOINT, key, request, sale.id(), Long.class);
  }

  /** Locks the sale only where it may have to be carried on: repeats that wait hold nothing. */
  private PaymentAttempt repeat(Sale earlier) {
    Instant now = clock.instant();
    if (earlier.canResume(now, properties.attemptLife())) {
      sales.lockAnew(earlier);
    }
    return PaymentAttempt.repeatOrResume(earlier, now, properties.attemptLife());
  }

  private Sale newSale(Tenant tenant, PaymentRequest request) {
    Instant now = clock.instant();
    return new Sale(sales.nextId(), tenant, request, now, firstRecovery(now), traces.current());
  }

  @Transactional(readOnly = true)
  public Sale read(long storeId, long saleId) {
    return sales.find(storeId, saleId).orElseThrow();
  }

  /** Books the sale, unless it is booked. */
  @Transactional
  public void complete(long storeId, long saleId, PaidOrder order) {
    complete(lock(storeId, saleId), order);
  }

  /**
   * Books the sale that has paid the table's last order, unless it is booked, if another one that
   * came without a key is it once more.
   *
   * @return whether it is
   */
  @Transactional
  public boolean completeRepeated(Sale repeat, LastPayment last) {
    Optional<Sale> first =
        sales.lock(repeat.storeId(), last.saleId()).filter(sale -> sale.isRepeatedBy(repeat));
    first.ifPresent(sale -> complete(sale, last.order()));
    return first.isPresent();
  }

  private void complete(Sale sale, PaidOrder order) {
    sale.complete(order, clock.instant())
        .ifPresent(
            gain -> {
              revenue.apply(gain);
              audit.record(
                  sale.storeId(),
                  "sale.completed",
                  subject(sale.id()),
                  Map.of(
                      "order_id", order.orderId(),
                      "total", order.total(),
                      "payment_type", sale.paymentType()));
            });
  }

  /**
   * Closes a sale that took no money, unless an earlier attempt may still arrive at order-service:
   * then recovery closes it later.
   *
   * @param orderTotal the total of the order that did not match, in won
   * @return whether it is closed now
   */
  @Transactional
  public boolean fail(long storeId, long saleId, FailureReason reason, @Nullable Long orderTotal) {
    Sale sale = lock(storeId, saleId);
    boolean failed = sale.failOnlyAttempt(reason, orderTotal, clock.instant());
    if (failed) {
      recordFailure(sale, reason);
    }
    return failed;
  }

  /**
   * Closes a sale that order-service called unpaid, if its last attempt is too long ago to arrive.
   *
   * @param asked when order-service was asked
   * @return whether the sale needs no further recovery
   */
  @Transactional
  public boolean giveUp(long storeId, long saleId, Instant asked) {
    Sale sale = lock(storeId, saleId);
    if (sale.giveUp(asked, properties.grace(), clock.instant())) {
      recordFailure(sale, FailureReason.NEVER_PAID);
    }
    return sale.status() != SaleStatus.PENDING;
  }

  private void recordFailure(Sale sale, FailureReason reason) {
    audit.record(
        sale.storeId(), "sale.failed", subject(sale.id()), Map.of("reason", reason.name()));
  }

  /** The status of the sale once its void is on its way; empty if there is none to void. */
  @Transactional
  public Optional<SaleStatus> requestVoid(Tenant tenant, long saleId) {
    Instant now = clock.instant();
    Optional<Sale> booked = sales.lock(tenant.storeId(), saleId).filter(Sale::isBooked);
    booked
        .filter(sale -> sale.requestVoid(now, firstRecovery(now), traces.current()))
        .ifPresent(
            sale -> {
              sales.write();
              audit.record(tenant.storeId(), "sale.void_requested", subject(saleId), Map.of());
            });
    return booked.map(Sale::status);
  }

  /** Takes the sale from the revenue, unless that has been done. */
  @Transactional
  public void completeVoid(long storeId, long saleId) {
    Sale sale = lock(storeId, saleId);
    sale.completeVoid(clock.instant())
        .ifPresent(
            loss -> {
              revenue.apply(loss);
              audit.record(
                  storeId, "sale.voided", subject(saleId), Map.of("total", sale.totalPrice()));
            });
  }

  private Instant firstRecovery(Instant now) {
    return now.plus(properties.recoveryDelay());
  }

  private Sale lock(long storeId, long saleId) {
    return sales.lock(storeId, saleId).orElseThrow();
  }

  private static String subject(long saleId) {
    return "sale:" + saleId;
  }
}
