package com.salesync.sale;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.test.ServiceTest;
import com.salesync.sale.OrderServiceFake.Fault;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What every replica exports of payments and voids under way; alerts stand on it. */
@ServiceTest
class UnderWayGaugesIT {

  private final RestTestClient client;
  private final MeterRegistry meters;
  private final ScheduledTaskHolder schedule;
  private final OrderServiceFake orders = OrderServiceFake.get();

  UnderWayGaugesIT(
      RestTestClient client,
      MeterRegistry meters,
      ScheduledTaskHolder scheduledAnnotationBeanPostProcessor) {
    this.client = client;
    this.meters = meters;
    this.schedule = scheduledAnnotationBeanPostProcessor;
  }

  @Test
  void exportsPaymentsUnderWay() {
    Till till = new Till(client);
    orders.open(till.store(), 4, 12_000);
    orders.failNext(till.store(), Fault.FAILS_BEFORE);
    double unclear = meters.counter("salesync.payments", "outcome", "unclear").count();
    till.pay(4, 12_000);

    refresh();

    assertThat(gauge("salesync.payments.pending")).isPositive();
    assertThat(gauge("salesync.payments.pending.oldest.age")).isPositive();
    assertThat(meters.counter("salesync.payments", "outcome", "unclear").count())
        .isEqualTo(unclear + 1);
    assertThat(meters.get("salesync.recoveries").tag("outcome", "failed").counter()).isNotNull();
  }

  @Test
  void exportsVoidsUnderWay() {
    Till till = new Till(client);
    long sale = till.payNewOrder(4, 12_000);
    orders.failAlways(till.store(), Fault.FAILS_BEFORE);
    till.voidSale(sale);

    refresh();

    assertThat(gauge("salesync.voids.pending")).isPositive();
    orders.heal(till.store());
    OutageIT.awaitSettled(till);
  }

  @Test
  void agesByTheOldestUnderWay() throws Exception {
    long sale = new Till(client).payNewOrder(4, 12_000);
    SaleTable.unguarded(
        """
        update sale.sales set status = 'PENDING', order_id = null, total_price = null,
          settled_at = null, recover_at = 'infinity',
          created_at = now() - interval '11 minutes' where id = %d\
        """
            .formatted(sale));
    try {
      refresh();
      assertThat(gauge("salesync.payments.pending.oldest.age")).isBetween(660.0, 700.0);
    } finally {
      SaleTable.unguarded("delete from sale.sales where id = " + sale);
    }
    await()
        .atMost(30, SECONDS)
        .untilAsserted(
            () -> {
              refresh();
              assertThat(gauge("salesync.payments.pending.oldest.age")).isLessThan(660);
            });
  }

  /** Runs the scheduled refresh now. */
  private void refresh() {
    schedule.getScheduledTasks().stream()
        .filter(task -> task.toString().contains("UnderWayGauges"))
        .forEach(task -> task.getTask().getRunnable().run());
  }

  private double gauge(String name) {
    return meters.get(name).gauge().value();
  }
}
