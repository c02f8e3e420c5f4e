package com.salesync.common.neighbour;

import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;

/**
 * The pooled HTTP/1.1 connections to the other services. They add nothing to a request and change
 * nothing in an answer: no cookies, compression or credentials of their own.
 */
final class NeighbourConnections
    implements ClientHttpRequestFactoryBuilderCustomizer<
        HttpComponentsClientHttpRequestFactoryBuilder> {

  /**
   * At once from one replica to one service. Callers are virtual threads, of which there is no end;
   * a service with ten database connections gains nothing from more.
   */
  private static final int MAX_CONNECTIONS = 500;

  private static final Timeout WAIT_FOR_CONNECTION = Timeout.ofMilliseconds(500);

  /** Less than the services keep an idle connection (10 s), so that none is met closed. */
  private static final TimeValue LONGEST_IDLE = TimeValue.ofSeconds(5);

  /** New pods get their share of connections within this time. */
  private static final TimeValue LONGEST_LIFE = TimeValue.ofMinutes(1);

  @Override
  public HttpComponentsClientHttpRequestFactoryBuilder customize(
      HttpComponentsClientHttpRequestFactoryBuilder builder) {
    return builder
        .withConnectionManagerCustomizer(
            pool -> pool.setMaxConnPerRoute(MAX_CONNECTIONS).setMaxConnTotal(MAX_CONNECTIONS))
        .withConnectionConfigCustomizer(
            connection ->
                connection
                    .setTimeToLive(LONGEST_LIFE)
                    .setValidateAfterInactivity(TimeValue.ofMilliseconds(500)))
        .withDefaultRequestConfigCustomizer(
            request ->
                request
                    .setConnectionRequestTimeout(WAIT_FOR_CONNECTION)
                    .setProtocolUpgradeEnabled(false))
        .withHttpClientCustomizer(
            client ->
                client
                    .setKeepAliveStrategy((answer, context) -> LONGEST_IDLE)
                    .setRequestExecutor(new TimelyRequestExecutor())
                    .setRetryStrategy(new OnlyReadsAgain())
                    .disableCookieManagement()
                    .disableContentCompression()
                    .disableAuthCaching());
  }
}
