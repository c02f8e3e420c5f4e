package com.salesync.sale.payment;

import com.salesync.common.neighbour.NeighbourUnavailable;
import com.salesync.sale.payment.PaymentCounters.Recovery;
import com.salesync.sale.payment.Tabs.PaidTab;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finishes what a crash or an outage has left between two steps.
 *
 * <p>A payment is never tried again here: the guests may be gone and others sit at the table.
 * Recovery asks whether the tab was paid by this sale, books it if so, and gives the sale up once
 * no request for it can still arrive. A void is tried until it is done.
 */
@Component
class RecoverSale {

  private static final Logger log = LoggerFactory.getLogger(RecoverSale.class);

  private final SaleLedger ledger;
  private final Tabs tabs;
  private final PaymentCounters counters;
  private final PaymentProperties properties;
  private final Clock clock;

  RecoverSale(
      SaleLedger ledger,
      Tabs tabs,
      PaymentCounters counters,
      PaymentProperties properties,
      Clock clock) {
    this.ledger = ledger;
    this.tabs = tabs;
    this.counters = counters;
    this.properties = properties;
    this.clock = clock;
  }

  /** Takes the sale as far as it goes now; the answer is when to come again, empty for never. */
  Optional<Instant> run(RecoveryTask task) {
    Sale sale = ledger.read(task.storeId(), task.saleId());
    try {
      return switch (sale.status()) {
        case PENDING -> settle(task, sale);
        case VOIDING -> finishVoid(task);
        case COMPLETED, FAILED, VOIDED -> Optional.empty();
      };
    } catch (NeighbourUnavailable outage) {
      log.warn("Sale {} stays {}: {}", task.saleId(), sale.status(), outage.toString());
      counters.count(Recovery.POSTPONED);
      return Optional.of(later(sale));
    }
  }

  private Optional<Instant> settle(RecoveryTask task, Sale sale) {
    Instant asked = clock.instant();
    Optional<PaidTab> tab = tabs.paidBy(permit(task), task.saleId());
    if (tab.isPresent()) {
      ledger.complete(task.storeId(), task.saleId(), tab.get());
      return finished(task, Recovery.COMPLETED);
    }
    return ledger.giveUp(task.storeId(), task.saleId(), asked)
        ? finished(task, Recovery.FAILED)
        : Optional.of(later(sale));
  }

  private Optional<Instant> finishVoid(RecoveryTask task) {
    tabs.voidPaid(permit(task), task.saleId());
    ledger.completeVoid(task.storeId(), task.saleId());
    return finished(task, Recovery.VOIDED);
  }

  private Tabs.Permit permit(RecoveryTask task) {
    return tabs.permit(task.storeId(), task.businessDays());
  }

  private Optional<Instant> finished(RecoveryTask task, Recovery outcome) {
    log.info("Recovered sale {} of store {}: {}", task.saleId(), task.storeId(), outcome);
    counters.count(outcome);
    return Optional.empty();
  }

  /** The longer ago the last attempt, the longer the pause; but never far beyond the grace. */
  private Instant later(Sale sale) {
    Instant now = clock.instant();
    Duration half = Duration.between(sale.attemptedAt(), now).dividedBy(2);
    Duration pause =
        half.compareTo(properties.recoveryDelay()) < 0 ? properties.recoveryDelay() : half;
    Instant next =
        now.plus(
            pause.compareTo(properties.recoveryInterval()) > 0
                ? properties.recoveryInterval()
                : pause);
    Instant graceOver = sale.attemptedAt().plus(properties.grace());
    return now.isBefore(graceOver) && graceOver.isBefore(next) ? graceOver : next;
  }
}
