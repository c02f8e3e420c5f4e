package com.salesync.common.warmup;

import com.salesync.common.database.DatabaseAutoConfiguration;
import com.salesync.common.database.SchemaVersion;
import com.salesync.common.security.InternalTokens;
import com.salesync.common.security.SecurityAutoConfiguration;
import com.salesync.common.security.SessionDirectory;
import com.salesync.common.security.Tenant;
import com.salesync.common.security.WarmingUp;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Makes a service ready when it is warm, by the requests and statements that it declares. */
@AutoConfiguration(after = {SecurityAutoConfiguration.class, DatabaseAutoConfiguration.class})
@EnableConfigurationProperties(WarmUpProperties.class)
public class WarmUpAutoConfiguration {

  @Bean
  WarmUpRequests warmUpRequests(
      WarmUpProperties properties,
      InternalTokens tokens,
      WarmingUp warmingUp,
      ClientHttpRequestFactoryBuilder<?> connections,
      LoggingSystem logging,
      MeterRegistry meters) {
    return new WarmUpRequests(properties, tokens, warmingUp, connections, logging, meters);
  }

  @Bean
  WarmUp warmUp(
      WarmUpProperties properties,
      ObjectProvider<WithSchema> withSchema,
      SessionDirectory sessions,
      WarmUpRequests requests,
      MeterRegistry meters) {
    WithSchema schema = withSchema.getIfAvailable();
    return new WarmUp(
        properties,
        schema == null ? Runnable::run : schema.version()::whenComplete,
        sessions,
        schema == null ? () -> {} : schema.writes(),
        requests,
        meters);
  }

  record WithSchema(SchemaVersion version, WarmUpWrites writes) {}

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(JdbcClient.class)
  @ConditionalOnBean(SchemaVersion.class)
  static class OfSchema {

    @Bean
    WithSchema warmUpOfSchema(
        SchemaVersion version,
        ObjectProvider<WarmUpStatements> statements,
        TransactionOperations transactions,
        JdbcClient jdbc,
        Environment environment) {
      String service = environment.getProperty("spring.application.name", "unnamed");
      return new WithSchema(
          version,
          new WarmUpWrites(
              statements.orderedStream().toList(), transactions, jdbc, Tenant.ofNoStore(service)));
    }
  }
}
