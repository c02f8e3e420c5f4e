package com.salesync.sale.paying;

import com.salesync.common.deadline.Deadline;
import com.salesync.common.outcome.Effects;
import com.salesync.common.problem.Problem;
import com.salesync.common.security.Tenant;
import com.salesync.sale.order.LastPayment;
import com.salesync.sale.order.OrderPayments;
import com.salesync.sale.order.OrderPermit;
import com.salesync.sale.order.PayOrder;
import com.salesync.sale.order.PayOrderResult;
import com.salesync.sale.sales.FailureReason;
import com.salesync.sale.sales.PaymentAttempt;
import com.salesync.sale.sales.PaymentProperties;
import com.salesync.sale.sales.PaymentRequest;
import com.salesync.sale.sales.Sale;
import com.salesync.sale.sales.SaleStatus;
import com.salesync.sale.sales.SaleTransitions;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes the payment of an order: records the sale, has order-service mark the order paid by it,
 * books it. The call lies outside any transaction; where it stays unclear or the process dies,
 * recovery finishes.
 */
@Component
public class TakePayment {

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final SaleTransitions transitions;
  private final OrderPayments orders;
  private final PaymentProperties properties;
  private final PaymentCounters counters;

  TakePayment(
      SaleTransitions transitions,
      OrderPayments orders,
      PaymentProperties properties,
      PaymentCounters counters) {
    this.transitions = transitions;
    this.orders = orders;
    this.properties = properties;
    this.counters = counters;
  }

  /**
   * Pays the open order of a table, once per idempotency key if there is one. Without a key, a
   * payment that its session has just made is answered again.
   *
   * @throws Problem 409 {@code TOTAL_MISMATCH} with the right total, 422 if the key came with
   *     another request; 503 if order-service was certainly not asked and the sale has failed
   *     because of it; 504 {@code OUTCOME_UNKNOWN} if it may have been
   */
  public PaymentResult takePayment(Tenant tenant, PaymentRequest request, @Nullable String key) {
    OrderPermit permit = orders.permit(tenant);
    PaymentAttempt attempt =
        key == null
            ? transitions.beginPayment(tenant, request)
            : transitions.beginPayment(tenant, request, key);
    return attempt.mayPay()
        ? pay(permit, attempt.sale(), key == null)
        : PaymentResult.ofRepeat(awaitSettled(attempt.sale()));
  }

  /**
   * The sale once it is settled, or as it stands when the configured wait is over. Between two
   * looks it holds nothing: a crowd of repeats must not hold all connections.
   */
  private Sale awaitSettled(Sale sale) {
    long end = System.nanoTime() + Deadline.cut(properties.repeatWait()).toNanos();
    Sale current = sale;
    while (current.status() == SaleStatus.PENDING && System.nanoTime() < end) {
      LockSupport.parkNanos(PAUSE.toNanos());
      current = transitions.read(sale.storeId(), sale.id());
    }
    return current;
  }

  private PaymentResult pay(OrderPermit permit, Sale sale, boolean keyless) {
    PayOrderResult result = orders.payOrder(permit, payOrder(sale));
    counters.count(result);
    switch (result) {
      case PayOrderResult.Paid paid -> {
        transitions.complete(sale.storeId(), sale.id(), paid.order());
        return new PaymentResult.Paid(sale.id());
      }
      case PayOrderResult.NoOpenOrder none -> {
        fail(sale, FailureReason.NO_OPEN_ORDER, null);
        LastPayment last = keyless ? none.lastPayment() : null;
        return last != null && transitions.completeRepeated(sale, last)
            ? new PaymentResult.Paid(last.saleId())
            : new PaymentResult.NothingToPay();
      }
      case PayOrderResult.TotalMismatch mismatch -> {
        fail(sale, FailureReason.TOTAL_MISMATCH, mismatch.orderTotal());
        throw PaymentResult.mismatch(mismatch.orderTotal());
      }
      case PayOrderResult.NotReached notReached -> {
        if (fail(sale, FailureReason.NOT_REACHED, null)) {
          Effects.undone();
        }
        throw notReached.outage();
      }
      case PayOrderResult.Unclear unclear -> throw Problem.outcomeUnknown(unclear.outage());
    }
  }

  private boolean fail(Sale sale, FailureReason reason, @Nullable Long orderTotal) {
    return transitions.fail(sale.storeId(), sale.id(), reason, orderTotal);
  }

  private static PayOrder payOrder(Sale sale) {
    return new PayOrder(
        sale.tableNo(), sale.id(), sale.claimedTotal(), sale.businessDay(), sale.createdAt());
  }
}
