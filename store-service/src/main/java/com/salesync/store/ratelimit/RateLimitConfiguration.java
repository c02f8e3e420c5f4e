package com.salesync.store.ratelimit;

import io.github.bucket4j.TimeMeter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RateLimitConfiguration {

  @Bean
  PasswordRateLimiter passwordLimiter(RateLimitProperties limits) {
    return new PasswordRateLimiter(limits, TimeMeter.SYSTEM_MILLISECONDS);
  }

  @Bean
  AddressRateLimiter signUpLimiter(RateLimitProperties limits) {
    return new AddressRateLimiter(limits.signUp(), TimeMeter.SYSTEM_MILLISECONDS);
  }

  @Bean
  AddressRateLimiter usernameCheckLimiter(RateLimitProperties limits) {
    return new AddressRateLimiter(limits.usernameCheck(), TimeMeter.SYSTEM_MILLISECONDS);
  }
}
