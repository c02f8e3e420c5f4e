package com.salesync.order.placing;

import com.salesync.common.retention.Retention;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlacingConfiguration {

  @Bean
  Retention placementsRetention() {
    return Placements.RETENTION;
  }
}
