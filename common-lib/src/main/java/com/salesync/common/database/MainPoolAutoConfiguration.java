package com.salesync.common.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The pool for orders and payments, in place of Boot's. */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@ConditionalOnClass(
    name = {"org.springframework.jdbc.core.simple.JdbcClient", "org.postgresql.Driver"})
@EnableConfigurationProperties(DataSourceProperties.class)
public class MainPoolAutoConfiguration {

  @Bean
  @Primary
  @ConfigurationProperties("spring.datasource.hikari")
  HikariDataSource dataSource(DataSourceProperties properties) {
    return properties.initializeDataSourceBuilder().type(ReservingPool.class).build();
  }
}
