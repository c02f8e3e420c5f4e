package com.salesync.sale.recovery;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Counts how recoveries end; every outcome is exported from the start. */
@Component
class RecoveryCounters {

  enum Outcome {
    COMPLETED,
    FAILED,
    VOIDED,
    /** order-service gave no clear answer; recovery comes again. */
    POSTPONED
  }

  private final MeterRegistry meters;

  RecoveryCounters(MeterRegistry meters) {
    this.meters = meters;
    for (Outcome outcome : Outcome.values()) {
      increment(outcome, 0);
    }
  }

  void count(Outcome outcome) {
    increment(outcome, 1);
  }

  private void increment(Outcome outcome, double by) {
    meters
        .counter("salesync.recoveries", "outcome", outcome.name().toLowerCase(Locale.ROOT))
        .increment(by);
  }
}
