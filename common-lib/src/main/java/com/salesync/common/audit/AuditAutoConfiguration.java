package com.salesync.common.audit;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.salesync.common.database.DatabaseAutoConfiguration;
import com.salesync.common.invariant.InvariantAutoConfiguration;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The months of the audit log, prepared once per cluster. */
@AutoConfiguration(
    after = DatabaseAutoConfiguration.class,
    before = InvariantAutoConfiguration.class,
    beforeName = "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration")
@ConditionalOnClass(Scheduler.class)
@ConditionalOnBean(AuditLog.class)
public class AuditAutoConfiguration {

  static final TaskDescriptor<Void> PREPARE_AUDIT_MONTHS =
      TaskDescriptor.of("prepare-audit-months");

  private static final Duration EVERY = Duration.ofHours(6);

  @Bean
  AuditMonths auditMonths(JdbcClient jdbc) {
    return new AuditMonths(jdbc);
  }

  @Bean
  Task<Void> prepareAuditMonths(AuditMonths months) {
    return Tasks.recurring(PREPARE_AUDIT_MONTHS, FixedDelay.of(EVERY))
        .execute((task, context) -> months.prepare());
  }
}
