package com.salesync.sale.paying;

import com.salesync.sale.order.PayOrderResult;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Component;

/** Counts how attempts to pay end; every outcome is exported from the start. */
@Component
class PaymentCounters {

  private final MeterRegistry meters;

  PaymentCounters(MeterRegistry meters) {
    this.meters = meters;
    List.of("paid", "no_open_order", "total_mismatch", "not_reached", "unclear")
        .forEach(outcome -> increment(outcome, 0));
  }

  void count(PayOrderResult result) {
    increment(
        switch (result) {
          case PayOrderResult.Paid paid -> "paid";
          case PayOrderResult.NoOpenOrder none -> "no_open_order";
          case PayOrderResult.TotalMismatch mismatch -> "total_mismatch";
          case PayOrderResult.NotReached notReached -> "not_reached";
          case PayOrderResult.Unclear unclear -> "unclear";
        },
        1);
  }

  private void increment(String outcome, double by) {
    meters.counter("salesync.payments", "outcome", outcome).increment(by);
  }
}
