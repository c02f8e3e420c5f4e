package com.salesync.common.neighbour;

import com.salesync.common.web.RequestIdFilter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import org.slf4j.MDC;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.datetime.standard.DateTimeFormatterRegistrar;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * Makes clients of {@code @HttpExchange} interfaces with this system's habits: HTTP/1.1, time-outs,
 * the request id passed on, and every kind of outage thrown as {@link NeighbourUnavailable}.
 * Refusals (4xx) stay Spring's {@code HttpClientErrorException} for the caller to translate.
 */
public final class NeighbourClients {

  private final RestClient.Builder builder;
  private final NeighbourProperties properties;
  private final HttpClient http;

  NeighbourClients(RestClient.Builder builder, NeighbourProperties properties) {
    this.builder = builder;
    this.properties = properties;
    this.http =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(properties.connectTimeout())
            .build();
  }

  /** A client with the configured read time-out. */
  public <T> T create(Class<T> api, String neighbour) {
    return create(api, neighbour, properties.readTimeout());
  }

  /**
   * A client with a read time-out of its own.
   *
   * @param neighbour a key of {@code salesync.neighbours.urls}
   * @throws IllegalArgumentException if that key has no URL
   */
  public <T> T create(Class<T> api, String neighbour, Duration readTimeout) {
    URI url = properties.urls().get(neighbour);
    if (url == null) {
      throw new IllegalArgumentException("No salesync.neighbours.urls." + neighbour);
    }
    JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
    requests.setReadTimeout(readTimeout);
    RestClient client =
        builder
            .clone()
            .baseUrl(url)
            .requestFactory(requests)
            .requestInterceptor(NeighbourClients::passRequestIdOn)
            .defaultStatusHandler(
                NeighbourClients::isOutage,
                (request, response) -> {
                  throw new NeighbourUnavailable(
                      neighbour, new HttpServerErrorException(response.getStatusCode()));
                })
            .build();
    return HttpServiceProxyFactory.builderFor(
            new OutageAwareAdapter(RestClientAdapter.create(client), neighbour))
        .conversionService(isoDates())
        .build()
        .createClient(api);
  }

  /** The default would write a date in the style of the JVM's locale. */
  private static ConversionService isoDates() {
    DefaultFormattingConversionService conversion = new DefaultFormattingConversionService(false);
    DateTimeFormatterRegistrar dates = new DateTimeFormatterRegistrar();
    dates.setUseIsoFormat(true);
    dates.registerFormatters(conversion);
    return conversion;
  }

  private static ClientHttpResponse passRequestIdOn(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    String requestId = MDC.get(RequestIdFilter.MDC_KEY);
    if (requestId != null) {
      request.getHeaders().set(RequestIdFilter.HEADER, requestId);
    }
    return execution.execute(request, body);
  }

  /** A refused internal token is a fault of the installation, not of whoever asked. */
  private static boolean isOutage(HttpStatusCode status) {
    return status.is5xxServerError()
        || status.value() == 401
        || status.value() == 403
        || status.value() == 429;
  }
}
