package com.salesync.common.invariant;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import com.salesync.common.database.SchemaVersion;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The monitor of a service that declares invariants, run by db-scheduler once per cluster. A
 * service that declares some and has no db-scheduler does not start.
 */
@AutoConfiguration
@ConditionalOnClass(JdbcClient.class)
@ConditionalOnBean(Invariant.class)
@EnableConfigurationProperties(InvariantProperties.class)
public class InvariantAutoConfiguration {

  static final TaskDescriptor<Void> LOOK_AT_INVARIANTS = TaskDescriptor.of("look-at-invariants");

  static final TaskDescriptor<Void> LOOK_BACK_AT_INVARIANTS =
      TaskDescriptor.of("look-back-at-invariants");

  /** 04:00 in Seoul. */
  private static final LocalTime QUIET_HOUR = LocalTime.of(19, 0);

  @Bean
  InvariantRecords invariantRecords(JdbcClient jdbc, TransactionOperations transactions) {
    return new InvariantRecords(jdbc, transactions);
  }

  @Bean
  InvariantMonitor invariantMonitor(
      List<Invariant> invariants,
      InvariantRecords records,
      InvariantProperties properties,
      SchemaVersion schema) {
    InvariantMonitor monitor = new InvariantMonitor(invariants, records, properties);
    schema.whenComplete(monitor::register);
    return monitor;
  }

  @Bean
  InvariantGauges invariantGauges(List<Invariant> invariants, InvariantRecords records) {
    return new InvariantGauges(invariants, records);
  }

  @Bean
  Task<Void> lookAtInvariants(InvariantMonitor monitor, InvariantProperties properties) {
    return Tasks.recurring(LOOK_AT_INVARIANTS, FixedDelay.of(properties.interval()))
        .execute((task, context) -> monitor.look());
  }

  @Bean
  Task<Void> lookBackAtInvariants(InvariantMonitor monitor) {
    return Tasks.recurring(LOOK_BACK_AT_INVARIANTS, Schedules.daily(ZoneOffset.UTC, QUIET_HOUR))
        .execute((task, context) -> monitor.lookBack());
  }
}
