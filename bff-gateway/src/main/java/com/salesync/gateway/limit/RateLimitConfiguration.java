package com.salesync.gateway.limit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RateLimitConfiguration {

  @Bean
  RateLimits rateLimits(RateLimitProperties properties) {
    return new RateLimits(properties, System::nanoTime);
  }
}
