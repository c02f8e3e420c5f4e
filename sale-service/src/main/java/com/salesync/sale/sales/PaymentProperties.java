package com.salesync.sale.sales;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The clocks of the payment saga.
 *
 * @param attemptLife after this a repeat with the same key asks order-service again, in case the
 *     process that did has died; if it has not, order-service answers both the same
 * @param repeatWait how long a repeat with the same key waits for the first call's outcome
 * @param recoveryDelay how long after an attempt recovery looks for the first time
 * @param recoveryPoll how often one replica of the cluster looks for what is due
 * @param recoveryLife after this a recovery has certainly ended or died with its process, and the
 *     sale is due again
 * @param recoveryInterval the longest pause between two looks of recovery
 * @param grace how long after the last attempt an unpaid sale is given up. It must exceed the
 *     longest life of a request to order-service: its token's minute, the accepted clock skew of
 *     another, and the time order-service may work on it
 * @param longestAttempt how long a request may work on a payment. Given up meanwhile, a payment
 *     would fail of which order-service then hears, so a grace that is not longer is refused
 */
@ConfigurationProperties("salesync.payment")
public record PaymentProperties(
    Duration attemptLife,
    Duration repeatWait,
    @DefaultValue("3s") Duration recoveryDelay,
    @DefaultValue("1s") Duration recoveryPoll,
    Duration recoveryLife,
    @DefaultValue("30s") Duration recoveryInterval,
    Duration grace,
    Duration longestAttempt) {

  /**
   * @throws IllegalArgumentException if {@code grace} does not exceed {@code longestAttempt}
   */
  public PaymentProperties {
    if (grace.compareTo(longestAttempt) <= 0) {
      throw new IllegalArgumentException(
          "salesync.payment.grace (%s) must be longer than a payment may take (salesync.waits.write, %s)"
              .formatted(grace, longestAttempt));
    }
  }
}
