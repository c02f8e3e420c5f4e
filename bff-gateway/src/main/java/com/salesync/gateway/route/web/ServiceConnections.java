package com.salesync.gateway.route.web;

import com.salesync.common.deadline.Deadline;
import com.salesync.common.neighbour.OnlyReadsAgain;
import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The pooled HTTP/1.1 connections to the services. It adds nothing to a request and changes nothing
 * in an answer: no redirects, cookies, decompression or credentials of its own.
 */
@Configuration(proxyBeanMethods = false)
class ServiceConnections {

  private static final int SERVICES = 6;

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
        .evictIdleConnections(TimeValue.of(properties.idleConnection()))
        .setRequestExecutor(new UntilTheFirstByte(Timeout.of(properties.streamIdle())))
        .setRetryStrategy(new OnlyReadsAgain(Call::isWriteIn))
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableContentCompression()
        .disableAuthCaching()
        .disableDefaultUserAgent()
        .build();
  }

  /**
   * Waits for the first byte of an answer until the request's deadline, however long it took to
   * connect; a stream of events may then be silent for as long as it is idle between two of them.
   */
  private static final class UntilTheFirstByte extends HttpRequestExecutor {

    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final Timeout streamIdle;

    UntilTheFirstByte(Timeout streamIdle) {
      this.streamIdle = streamIdle;
    }

    @Override
    public ClassicHttpResponse execute(
        ClassicHttpRequest request,
        HttpClientConnection connection,
        @Nullable HttpResponseInformationCallback information,
        HttpContext context)
        throws IOException, HttpException {
      Deadline deadline = Deadline.current();
      if (deadline != null) {
        connection.setSocketTimeout(Timeout.of(deadline.remaining().plus(SHORTEST)));
      }
      ClassicHttpResponse response = super.execute(request, connection, information, context);
      if (RelayedAnswer.isStream(response)) {
        connection.setSocketTimeout(streamIdle);
      }
      return response;
    }
  }
}
