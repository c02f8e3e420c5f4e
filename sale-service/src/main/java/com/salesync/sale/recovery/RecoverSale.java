package com.salesync.sale.recovery;

import com.salesync.common.neighbour.NeighbourUnavailable;
import com.salesync.sale.order.OrderPayments;
import com.salesync.sale.order.PaidOrder;
import com.salesync.sale.recovery.RecoveryCounters.Outcome;
import com.salesync.sale.recovery.RecoveryPolicy.Decision;
import com.salesync.sale.sales.Sale;
import com.salesync.sale.sales.SaleTransitions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finishes what a crash or an outage has left between two steps.
 *
 * <p>A payment is never tried again here: the guests may be gone and others sit at the table.
 * Recovery asks whether the order was paid by this sale, books it if so, and gives the sale up once
 * no request for it can still arrive. A void is tried until it is done.
 */
@Component
class RecoverSale {

  private static final Logger log = LoggerFactory.getLogger(RecoverSale.class);

  private final SaleTransitions transitions;
  private final OrderPayments orders;
  private final RecoveryPolicy policy;
  private final RecoveryCounters counters;
  private final Clock clock;

  RecoverSale(
      SaleTransitions transitions,
      OrderPayments orders,
      RecoveryPolicy policy,
      RecoveryCounters counters,
      Clock clock) {
    this.transitions = transitions;
    this.orders = orders;
    this.policy = policy;
    this.counters = counters;
    this.clock = clock;
  }

  /** Takes the sale as far as it goes now; the answer is when to come again, empty for never. */
  Optional<Instant> recoverSale(DueSale due) {
    Sale sale = transitions.read(due.storeId(), due.saleId());
    try {
      return switch (sale.status()) {
        case PENDING -> recoverPayment(due, sale);
        case VOIDING -> recoverVoid(due);
        case COMPLETED, FAILED, VOIDED -> Optional.empty();
      };
    } catch (NeighbourUnavailable outage) {
      log.warn("Sale {} stays {}: {}", due.saleId(), sale.status(), outage.toString());
      counters.count(Outcome.POSTPONED);
      return Optional.of(nextLook(sale));
    }
  }

  private Optional<Instant> recoverPayment(DueSale due, Sale sale) {
    Instant asked = clock.instant();
    Optional<PaidOrder> paid = orders.orderPaidBy(due.tenant(), due.saleId());
    return switch (policy.decide(sale, paid, asked)) {
      case Decision.Complete complete -> {
        transitions.complete(due.storeId(), due.saleId(), complete.order());
        yield finished(due, Outcome.COMPLETED);
      }
      case Decision.GiveUp giveUp ->
          transitions.giveUp(due.storeId(), due.saleId(), asked)
              ? finished(due, Outcome.FAILED)
              : Optional.of(nextLook(sale));
      case Decision.LookAgain again -> Optional.of(again.at());
    };
  }

  private Optional<Instant> recoverVoid(DueSale due) {
    orders.voidOrder(due.tenant(), due.saleId());
    transitions.completeVoid(due.storeId(), due.saleId());
    return finished(due, Outcome.VOIDED);
  }

  private Instant nextLook(Sale sale) {
    return policy.nextLook(sale.attemptedAt(), clock.instant());
  }

  private Optional<Instant> finished(DueSale due, Outcome outcome) {
    log.info("Recovered sale {} of store {}: {}", due.saleId(), due.storeId(), outcome);
    counters.count(outcome);
    return Optional.empty();
  }
}
