package com.salesync.common.retention;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import com.salesync.common.database.DatabaseAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deletes what is old once a day and cluster, where a service says what that is. */
@AutoConfiguration(
    after = DatabaseAutoConfiguration.class,
    beforeName = "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration")
@ConditionalOnClass(Scheduler.class)
@ConditionalOnBean(Retention.class)
public class RetentionAutoConfiguration {

  static final TaskDescriptor<Void> DELETE_OLD_ROWS = TaskDescriptor.of("delete-old-rows");

  /** 03:30 in Seoul. */
  private static final LocalTime QUIET_HOUR = LocalTime.of(18, 30);

  @Bean
  DeleteOldRows deleteOldRows(
      JdbcClient jdbc, List<Retention> retentions, MeterRegistry meters, Clock clock) {
    return new DeleteOldRows(jdbc, retentions, meters, clock);
  }

  @Bean
  Task<Void> deleteOldRowsDaily(DeleteOldRows rows) {
    return Tasks.recurring(DELETE_OLD_ROWS, Schedules.daily(ZoneOffset.UTC, QUIET_HOUR))
        .execute((task, context) -> rows.deleteOldRows());
  }
}
