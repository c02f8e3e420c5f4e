package com.salesync.common.tracing;

import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;

/** A scheduler as its service wants it, whose task data carry the trace. */
record TracedScheduler(DbSchedulerCustomizer service, TaskTraces traces)
    implements DbSchedulerCustomizer {

  @Override
  public Optional<Serializer> serializer() {
    return Optional.of(traces.in(service.serializer().orElse(Serializer.DEFAULT_JAVA_SERIALIZER)));
  }

  @Override
  public Optional<SchedulerName> schedulerName() {
    return service.schedulerName();
  }

  @Override
  public Optional<ExecutorService> executorService() {
    return service.executorService();
  }

  @Override
  public Optional<ExecutorService> dueExecutor() {
    return service.dueExecutor();
  }

  @Override
  public Optional<ScheduledExecutorService> housekeeperExecutor() {
    return service.housekeeperExecutor();
  }

  @Override
  public Optional<JdbcCustomization> jdbcCustomization() {
    return service.jdbcCustomization();
  }

  @Override
  public Optional<DataSource> dataSource() {
    return service.dataSource();
  }
}
