package com.salesync.sale.recovery;

import com.salesync.sale.order.PaidOrder;
import com.salesync.sale.sales.PaymentProperties;
import com.salesync.sale.sales.Sale;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What recovery does about a payment under way, by order-service's answer and the sale's age. */
@Component
class RecoveryPolicy {

  sealed interface Decision {

    /** The order is paid by this sale: book it. */
    record Complete(PaidOrder order) implements Decision {}

    /** Nothing is paid, and no request for it can arrive any more. */
    record GiveUp() implements Decision {}

    /** Nothing is paid yet, but a request may still be on its way. */
    record LookAgain(Instant at) implements Decision {}
  }

  private final PaymentProperties properties;

  RecoveryPolicy(PaymentProperties properties) {
    this.properties = properties;
  }

  /**
   * Decides about a pending sale.
   *
   * @param paid the order it has paid, as order-service answered
   * @param asked when order-service was asked
   */
  Decision decide(Sale sale, Optional<PaidOrder> paid, Instant asked) {
    if (paid.isPresent()) {
      return new Decision.Complete(paid.get());
    }
    return sale.canStillBePaid(asked, properties.grace())
        ? new Decision.LookAgain(nextLook(sale.attemptedAt(), asked))
        : new Decision.GiveUp();
  }

  /** The longer ago the last attempt, the longer the pause; but never far beyond the grace. */
  Instant nextLook(Instant attemptedAt, Instant now) {
    Duration half = Duration.between(attemptedAt, now).dividedBy(2);
    Duration pause = min(max(half, properties.recoveryDelay()), properties.recoveryInterval());
    Instant next = now.plus(pause);
    Instant graceOver = attemptedAt.plus(properties.grace());
    return now.isBefore(graceOver) && graceOver.isBefore(next) ? graceOver : next;
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
