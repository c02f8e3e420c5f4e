package com.salesync.common.deadline;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Each request's deadline. */
@AutoConfiguration
@EnableConfigurationProperties(DeadlineProperties.class)
public class DeadlineAutoConfiguration {

  /** Right after what answers a filter's problems. */
  private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

  @Bean
  FilterRegistrationBean<DeadlineFilter> deadlines(DeadlineProperties properties, Clock clock) {
    FilterRegistrationBean<DeadlineFilter> registration =
        new FilterRegistrationBean<>(new DeadlineFilter(properties, clock));
    registration.setOrder(ORDER);
    return registration;
  }
}
