package com.salesync.sale.payment;

import com.salesync.sale.payment.Tabs.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts how attempts to pay and recoveries end; every outcome is exported from the start. */
@Component
class PaymentCounters {

  /** How a recovery ended. */
  enum Recovery {
    COMPLETED,
    FAILED,
    VOIDED,
    /** order-service gave no clear answer; recovery comes again. */
    POSTPONED
  }

  private final MeterRegistry meters;

  PaymentCounters(MeterRegistry meters) {
    this.meters = meters;
    for (String outcome :
        new String[] {"paid", "no_open_order", "total_mismatch", "not_reached", "unclear"}) {
      payment(outcome, 0);
    }
    for (Recovery recovery : Recovery.values()) {
      recovery(recovery, 0);
    }
  }

  void count(Verdict verdict) {
    payment(
        switch (verdict) {
          case Verdict.Paid paid -> "paid";
          case Verdict.NoOpenOrder none -> "no_open_order";
          case Verdict.TotalDiffers differs -> "total_mismatch";
          case Verdict.NotReached notReached -> "not_reached";
          case Verdict.Unclear unclear -> "unclear";
        },
        1);
  }

  void count(Recovery recovery) {
    recovery(recovery, 1);
  }

  private void payment(String outcome, double increment) {
    meters.counter("salesync.payments", "outcome", outcome).increment(increment);
  }

  private void recovery(Recovery outcome, double increment) {
    meters
        .counter(
            "salesync.recoveries", "outcome", outcome.name().toLowerCase(java.util.Locale.ROOT))
        .increment(increment);
  }
}
