package com.salesync.common.database;

import com.salesync.common.audit.AuditLog;
import com.salesync.common.idempotency.IdempotencyGate;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** What a service with a database gets on top: the audit log and idempotent calls. */
@AutoConfiguration
@ConditionalOnClass(
    name = {"org.springframework.jdbc.core.simple.JdbcClient", "org.postgresql.Driver"})
public class DatabaseAutoConfiguration {

  @Bean
  AuditLog auditLog(JdbcClient jdbc, JsonMapper json) {
    return new AuditLog(jdbc, json);
  }

  @Bean
  IdempotencyGate idempotencyGate(
      JdbcClient jdbc, TransactionOperations transactions, JsonMapper json) {
    return new IdempotencyGate(jdbc, transactions, json);
  }
}
