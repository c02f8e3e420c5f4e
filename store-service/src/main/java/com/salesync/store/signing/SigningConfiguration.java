package com.salesync.store.signing;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SigningConfiguration {

  @Bean
  KeySeal keySeal(SigningProperties properties) {
    return new KeySeal(properties.secret());
  }
}
