package com.salesync.store.throttle;

import io.github.bucket4j.TimeMeter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ThrottleConfiguration {

  @Bean
  PasswordThrottle passwordThrottle(ThrottleProperties limits) {
    return new PasswordThrottle(limits, TimeMeter.SYSTEM_MILLISECONDS);
  }

  @Bean
  AddressThrottle signUpThrottle(ThrottleProperties limits) {
    return new AddressThrottle(limits.signUp(), TimeMeter.SYSTEM_MILLISECONDS);
  }

  @Bean
  AddressThrottle usernameCheckThrottle(ThrottleProperties limits) {
    return new AddressThrottle(limits.usernameCheck(), TimeMeter.SYSTEM_MILLISECONDS);
  }
}
