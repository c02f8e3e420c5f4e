package com.salesync.gateway.edge.web;

import com.salesync.common.address.ClientAddressResolver;
import com.salesync.common.problem.ProblemDocuments;
import com.salesync.gateway.front.PublicUrl;
import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The order of the edge. Headers come first so that whatever answers has them; sanitizing comes
 * after common-lib's request id, problem documents and body limit, whose answers it may need.
 */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

  /** Which clients do not set: common-lib reads it at 20. */
  private static final int BEFORE_THE_DEADLINE = 19;

  @Bean
  FilterRegistrationBean<Filter> securityHeaders() {
    return ordered(new SecurityHeaders(), 4);
  }

  @Bean
  FilterRegistrationBean<Filter> corsFilter(
      EdgeProperties properties, PublicUrl own, ProblemDocuments documents) {
    return ordered(new CorsFilter(properties.allowedOrigins(), own.url(), documents), 5);
  }

  @Bean
  FilterRegistrationBean<Filter> upstreamHeaderFilter() {
    return ordered(new UpstreamHeaderFilter(), 6);
  }

  @Bean
  FilterRegistrationBean<Filter> headerSanitizer(EdgeProperties properties) {
    return ordered(
        new HeaderSanitizer(new ClientAddressResolver(properties.trustedProxies(), peer -> true)),
        BEFORE_THE_DEADLINE);
  }

  private static FilterRegistrationBean<Filter> ordered(Filter filter, int position) {
    FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + position);
    return registration;
  }

  /**
   * Who may do what is for the service to say; only below {@code /bff} does common-lib's chain want
   * a store token.
   */
  @Bean
  @Order(0)
  SecurityFilterChain servicesDecide(HttpSecurity http) {
    RequestMatcher composed = PathPatternRequestMatcher.withDefaults().matcher("/bff/**");
    return http.securityMatcher(new NegatedRequestMatcher(composed))
        .csrf(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .build();
  }
}
