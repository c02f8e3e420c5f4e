package com.salesync.item;

import com.salesync.common.test.SettableClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The service's clock in a context of its own, which tests set. */
@TestConfiguration(proxyBeanMethods = false)
class TestClock {

  @Bean
  SettableClock clock() {
    return new SettableClock();
  }
}
