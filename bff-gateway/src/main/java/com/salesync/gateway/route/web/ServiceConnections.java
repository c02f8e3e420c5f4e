package com.salesync.gateway.route.web;

import com.salesync.common.neighbour.OnlyReadsAgain;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The pooled HTTP/1.1 connections to the services. It adds nothing to a request and changes nothing
 * in an answer: no redirects, cookies, decompression or credentials of its own.
 */
@Configuration(proxyBeanMethods = false)
class ServiceConnections {

  private static final int SERVICES = 6;

  /** Less than the services keep an idle connection (10 s), so that none is met closed. */
  private static final TimeValue LONGEST_IDLE = TimeValue.ofSeconds(5);

  /** New pods get their share of connections within this time. */
  private static final TimeValue LONGEST_LIFE = TimeValue.ofMinutes(1);

  @Bean
  CloseableHttpClient serviceClient(RouteProperties properties) {
    Timeout connectTimeout = Timeout.of(properties.connectTimeout());
    return HttpClientBuilder.create()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(properties.maxConnections())
                .setMaxConnTotal(properties.maxConnections() * SERVICES)
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(connectTimeout)
                        .setTimeToLive(LONGEST_LIFE)
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                        .build())
                .build())
        .evictIdleConnections(LONGEST_IDLE)
        .setRetryStrategy(new OnlyReadsAgain())
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableContentCompression()
        .disableAuthCaching()
        .disableDefaultUserAgent()
        .build();
  }
}
