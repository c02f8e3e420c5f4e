package com.salesync.store.signin;

import com.salesync.common.retention.Retention;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

  @Bean
  Retention failedLoginsRetention() {
    return FailedLogins.RETENTION;
  }
}
