package com.salesync.gateway.limit.web;

import com.salesync.common.security.WarmingUp;
import com.salesync.gateway.limit.BodyProperties;
import com.salesync.gateway.limit.RateLimits;
import com.salesync.gateway.limit.UnfinishedBodies;
import jakarta.servlet.Filter;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Places the limits behind the edge's HeaderSanitizer, which finds out the client's address. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

  @Bean
  FilterRegistrationBean<Filter> rateLimit(
      RateLimits limits, StoreResolver stores, WarmingUp warmingUp) {
    return ordered(new RateLimitFilter(limits, stores, warmingUp), 21);
  }

  @Bean
  FilterRegistrationBean<Filter> bodies(UnfinishedBodies unfinished, BodyProperties properties) {
    return ordered(new BodyFilter(unfinished, properties), 22);
  }

  @Bean
  HeapSizedConnections heapSizedConnections() {
    return new HeapSizedConnections(Runtime.getRuntime().maxMemory());
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> unreadBodies(
      BodyProperties properties) {
    return factory -> factory.addEngineValves(new UnreadBodyValve(properties.unread()));
  }

  private static FilterRegistrationBean<Filter> ordered(Filter filter, int position) {
    FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + position);
    return registration;
  }
}
