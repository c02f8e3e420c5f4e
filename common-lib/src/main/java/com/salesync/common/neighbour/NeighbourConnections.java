package com.salesync.common.neighbour;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.autoconfigure.ClientHttpRequestFactoryBuilderCustomizer;
import org.springframework.validation.annotation.Validated;

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

  /** New pods get their share of connections within this time. */
  private static final TimeValue LONGEST_LIFE = TimeValue.ofMinutes(1);

  private final Settings settings;

  NeighbourConnections(Settings settings) {
    this.settings = settings;
  }

  /**
   * How long one is waited for, and kept.
   *
   * @param fromPool until one is free
   * @param idle unused for so long it is not used again: less than the services keep one, so that
   *     none is met closed
   */
  @Validated
  @ConfigurationProperties("salesync.connections")
  record Settings(@NotNull Duration fromPool, @NotNull Duration idle) {}

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
                    .setConnectionRequestTimeout(Timeout.of(settings.fromPool()))
                    .setProtocolUpgradeEnabled(false))
        .withHttpClientCustomizer(
            client ->
                client
                    .setKeepAliveStrategy((answer, context) -> TimeValue.of(settings.idle()))
                    .setRequestExecutor(new TimelyRequestExecutor())
                    .setRetryStrategy(new OnlyReadsAgain())
                    .disableCookieManagement()
                    .disableContentCompression()
                    .disableAuthCaching());
  }
}
