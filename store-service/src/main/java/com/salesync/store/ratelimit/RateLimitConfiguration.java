package com.salesync.store.ratelimit;

import com.salesync.common.address.ClientAddress;
import com.salesync.common.resilience.RateLimiter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RateLimitConfiguration {

  @Bean
  PasswordRateLimiter passwordLimiter(RateLimitProperties limits) {
    return new PasswordRateLimiter(limits, System::nanoTime);
  }

  @Bean
  RateLimiter<ClientAddress> signUpLimiter(RateLimitProperties limits) {
    return new RateLimiter<>(limits.signUp().rateLimit(), RateLimitProperties.MAX_KEYS);
  }

  @Bean
  RateLimiter<ClientAddress> usernameCheckLimiter(RateLimitProperties limits) {
    return new RateLimiter<>(limits.usernameCheck().rateLimit(), RateLimitProperties.MAX_KEYS);
  }
}
