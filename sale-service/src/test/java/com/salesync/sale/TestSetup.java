package com.salesync.sale;

import com.salesync.common.test.StatementCounter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** What all tests of the running service share; one context serves them all. */
@Configuration(proxyBeanMethods = false)
class TestSetup {

  @Bean
  static StatementCounter statementCounter() {
    return new StatementCounter();
  }

  @Bean
  DynamicPropertyRegistrar orderService() {
    return registry -> registry.add("ORDER_BASE_URL", OrderServiceFake.get()::url);
  }
}
