package com.salesync.gateway.limit.web;

import com.salesync.gateway.limit.RateLimits;
import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Places the limits behind the edge's HeaderSanitizer, which finds out the client's address. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

  @Bean
  FilterRegistrationBean<Filter> rateLimit(RateLimits limits, StoreResolver stores) {
    FilterRegistrationBean<Filter> registration =
        new FilterRegistrationBean<>(new RateLimitFilter(limits, stores));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 21);
    return registration;
  }
}
