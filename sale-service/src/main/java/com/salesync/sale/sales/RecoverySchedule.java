package com.salesync.sale.sales;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.salesync.common.security.Tenant;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The schedule of recoveries. An entry joins the caller's transaction: there is no moment at which
 * a sale is under way and nobody would finish it.
 */
@Component
class RecoverySchedule {

  private final ObjectProvider<SchedulerClient> scheduler;
  private final JdbcClient jdbc;
  private final PaymentProperties properties;
  private final Clock clock;

  /** The scheduler comes late, since it knows the recovery that needs this schedule. */
  RecoverySchedule(
      ObjectProvider<SchedulerClient> scheduler,
      JdbcClient jdbc,
      PaymentProperties properties,
      Clock clock) {
    this.scheduler = scheduler;
    this.jdbc = jdbc;
    this.properties = properties;
    this.clock = clock;
  }

  void schedulePayment(Tenant tenant, long saleId) {
    schedule(payment(saleId), RecoveryTask.of(tenant, saleId));
  }

  void scheduleVoid(Tenant tenant, long saleId) {
    schedule(voiding(saleId), RecoveryTask.of(tenant, saleId));
  }

  void cancelPayment(long saleId) {
    cancel(payment(saleId));
  }

  void cancelVoid(long saleId) {
    cancel(voiding(saleId));
  }

  private void schedule(String instance, RecoveryTask task) {
    scheduler
        .getObject()
        .scheduleIfNotExists(
            RecoveryTask.DESCRIPTOR
                .instance(instance)
                .data(task)
                .scheduledTo(clock.instant().plus(properties.recoveryDelay())));
  }

  /**
   * Unlike the scheduler's own cancel, this cannot collide with a scheduler that picks the task at
   * this moment. A task already picked finds its sale settled and ends by itself.
   */
  private void cancel(String instance) {
    jdbc.sql("delete from scheduled_tasks where task_name = ? and task_instance = ? and not picked")
        .params(RecoveryTask.DESCRIPTOR.getTaskName(), instance)
        .update();
  }

  private static String payment(long saleId) {
    return Long.toString(saleId);
  }

  private static String voiding(long saleId) {
    return saleId + "-void";
  }
}
