package com.salesync.sale.payment;

import com.salesync.common.problem.Problem;
import com.salesync.common.security.Tenant;
import com.salesync.sale.payment.PaymentOutcome.NothingToPay;
import com.salesync.sale.payment.PaymentOutcome.Paid;
import com.salesync.sale.payment.Tabs.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes the payment of a tab: records the sale, has order-service mark the tab paid by it, books
 * it. The call lies outside any transaction; where it stays unclear or the process dies, {@link
 * RecoverSale} finishes.
 */
@Component
public class TakePayment {

  private static final int RETRY_AFTER_SECONDS = 3;

  private final SaleLedger ledger;
  private final Tabs tabs;
  private final FirstCall firstCall;
  private final PaymentCounters counters;

  TakePayment(SaleLedger ledger, Tabs tabs, FirstCall firstCall, PaymentCounters counters) {
    this.ledger = ledger;
    this.tabs = tabs;
    this.firstCall = firstCall;
    this.counters = counters;
  }

  /**
   * Pays the open tab of a table, once per idempotency key if there is one.
   *
   * @throws Problem 409 {@code TOTAL_MISMATCH} with the right total, 422 if the key came with
   *     another request, 503 if order-service was not reached or has not confirmed
   */
  public PaymentOutcome take(Tenant tenant, PaymentRequest request, @Nullable String key) {
    // Asked for first: the attempt is recorded later than its permit, so the grace outlives it.
    Tabs.Permit permit = tabs.permit(tenant.storeId(), tenant.businessDays());
    Opening opening =
        key == null
            ? ledger.open(tenant, request)
            : firstCall.open(tenant, request, key).orElseThrow(() -> unconfirmed(null));
    return opening.ours()
        ? attempt(permit, opening.sale())
        : outcome(firstCall.await(opening.sale()));
  }

  private PaymentOutcome attempt(Tabs.Permit permit, Sale sale) {
    Verdict verdict =
        tabs.pay(
            permit,
            new Tabs.Payment(
                sale.id(),
                sale.tableNo(),
                sale.claimedTotal(),
                sale.businessDay(),
                sale.createdAt()));
    counters.count(verdict);
    switch (verdict) {
      case Verdict.Paid paid -> {
        ledger.complete(sale.storeId(), sale.id(), paid.tab());
        return new Paid(sale.id());
      }
      case Verdict.NoOpenOrder none -> {
        ledger.fail(sale.storeId(), sale.id(), Failure.NO_OPEN_ORDER, null);
        return new NothingToPay();
      }
      case Verdict.TotalDiffers differs -> {
        ledger.fail(sale.storeId(), sale.id(), Failure.TOTAL_MISMATCH, differs.orderTotal());
        throw mismatch(differs.orderTotal());
      }
      case Verdict.NotReached notReached -> {
        ledger.fail(sale.storeId(), sale.id(), Failure.NOT_REACHED, null);
        throw notReached.outage();
      }
      case Verdict.Unclear unclear -> throw unconfirmed(unclear.outage());
    }
  }

  /** What the first call with a key has answered, or would have, had it lived. */
  private static PaymentOutcome outcome(Sale sale) {
    if (sale.isBooked()) {
      return new Paid(sale.id());
    }
    return switch (sale.failure()) {
      case NO_OPEN_ORDER -> new NothingToPay();
      case TOTAL_MISMATCH -> throw mismatch(sale.totalPrice());
      case NOT_REACHED, NEVER_PAID -> throw unconfirmed(null);
      case null -> throw unconfirmed(null);
    };
  }

  private static Problem mismatch(long orderTotal) {
    return Problem.conflict("TOTAL_MISMATCH", orderTotal).with("total_price", orderTotal);
  }

  private static Problem unconfirmed(@Nullable Throwable cause) {
    Problem problem = Problem.unavailable("PAYMENT_UNCONFIRMED", RETRY_AFTER_SECONDS);
    if (cause != null) {
      problem.initCause(cause);
    }
    return problem;
  }
}
