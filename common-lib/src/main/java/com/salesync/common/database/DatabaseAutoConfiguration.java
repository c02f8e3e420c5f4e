package com.salesync.common.database;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import com.salesync.common.audit.AuditLog;
import com.salesync.common.idempotency.IdempotencyGate;
import com.salesync.common.retention.Retention;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service with a schema of its own gets on top: the check that the schema is there, a pool
 * for reports, the audit log and idempotent calls.
 */
@AutoConfiguration(
    after = DataSourceAutoConfiguration.class,
    beforeName = "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration")
@ConditionalOnClass(
    name = {"org.springframework.jdbc.core.simple.JdbcClient", "org.postgresql.Driver"})
@EnableConfigurationProperties(DatabaseProperties.class)
public class DatabaseAutoConfiguration {

  @Bean
  SchemaVersion schemaVersion(DataSource database, DatabaseProperties properties) {
    return new SchemaVersion(database, Migration.of(properties));
  }

  @Bean(defaultCandidate = false)
  @Reports
  @ConfigurationProperties("salesync.database.reports")
  HikariDataSource reportsDataSource(DataSourceProperties main) {
    return main.initializeDataSourceBuilder().type(HikariDataSource.class).build();
  }

  @Bean(defaultCandidate = false)
  @Reports
  JdbcClient reportsJdbcClient(@Reports DataSource reports) {
    return JdbcClient.create(new TimelyQueries(reports));
  }

  @Bean
  TimelyCommits timelyCommits() {
    return new TimelyCommits();
  }

  @Bean
  AuditLog auditLog(JdbcClient jdbc, JsonMapper json) {
    return new AuditLog(jdbc, json);
  }

  @Bean
  IdempotencyGate idempotencyGate(
      JdbcClient jdbc,
      TransactionOperations transactions,
      JsonMapper json,
      @Value("${salesync.waits.database.lock}") Duration longestWait) {
    return new IdempotencyGate(jdbc, transactions, json, longestWait);
  }

  /** For services with {@code classpath:db/idempotency}. */
  @Bean
  @ConditionalOnExpression("'${salesync.database.migrations}'.contains('db/idempotency')")
  Retention idempotencyKeys() {
    return IdempotencyGate.RETENTION;
  }

  /** Scheduled tasks begin when there are tables for them. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(Scheduler.class)
  static class ScheduledTasks {

    @Bean
    @ConditionalOnMissingBean
    SchedulerStart dbSchedulerStarter(ObjectProvider<Scheduler> scheduler, SchemaVersion schema) {
      return new SchedulerStart(scheduler, schema);
    }
  }

  record SchedulerStart(ObjectProvider<Scheduler> scheduler, SchemaVersion schema)
      implements DbSchedulerStarter {

    @EventListener(ContextRefreshedEvent.class)
    void startWhenSchemaIsComplete() {
      schema.whenComplete(this::doStart);
    }

    @Override
    public void doStart() {
      scheduler.ifAvailable(Scheduler::start);
    }
  }
}
