package com.salesync.common.neighbour;

import com.salesync.common.deadline.Deadline;
import com.salesync.common.neighbour.OutageAwareAdapter.FailedAnswer;
import com.salesync.common.outcome.Effects;
import com.salesync.common.web.RequestIdFilter;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.boot.http.client.autoconfigure.HttpClientProperties;
import org.springframework.boot.http.client.autoconfigure.service.HttpServiceClientProperties;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.datetime.standard.DateTimeFormatterRegistrar;
import org.springframework.format.support.DefaultFormattingConversionService;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import org.springframework.web.service.registry.HttpServiceGroup;

/**
 * Gives every group of {@code @HttpExchange} interfaces this system's habits: the request id and
 * the deadline passed on, the caller named, and every kind of outage thrown as {@link
 * NeighbourUnavailable}. Refusals (4xx) stay Spring's {@code HttpClientErrorException} for the
 * caller to translate.
 *
 * <p>A group is named for its service: {@code order}, or {@code order-reports} where some calls
 * need a time-out of their own.
 */
final class NeighbourGroups implements RestClientHttpServiceGroupConfigurer {

  private final HttpServiceClientProperties properties;
  private final Caller caller;

  NeighbourGroups(HttpServiceClientProperties properties, Caller caller) {
    this.properties = properties;
    this.caller = caller;
  }

  @Override
  public void configureGroups(Groups<RestClient.Builder> groups) {
    groups.forEachGroup(this::configure);
  }

  private void configure(
      HttpServiceGroup group, RestClient.Builder client, HttpServiceProxyFactory.Builder factory) {
    HttpClientProperties settings = properties.get(group.name());
    if (settings == null || settings.getBaseUrl() == null) {
      throw new IllegalStateException("No spring.http.serviceclient." + group.name() + ".base-url");
    }
    group.httpServiceTypes().forEach(Caller::requireKnown);
    String neighbour = group.name().split("-", 2)[0];
    client
        .requestInterceptor(NeighbourGroups::passOn)
        .defaultStatusHandler(
            FailedAnswer::is,
            (request, response) -> {
              throw FailedAnswer.of(response);
            });
    factory
        .exchangeAdapterDecorator(adapter -> new OutageAwareAdapter(adapter, neighbour))
        .conversionService(isoDates())
        .customArgumentResolver(caller)
        .httpRequestValuesProcessor(caller)
        .httpRequestValuesProcessor(OutageAwareAdapter::markReads);
  }

  /** The default would write a date in the style of the JVM's locale. */
  private static ConversionService isoDates() {
    DefaultFormattingConversionService conversion = new DefaultFormattingConversionService(false);
    DateTimeFormatterRegistrar dates = new DateTimeFormatterRegistrar();
    dates.setUseIsoFormat(true);
    dates.registerFormatters(conversion);
    return conversion;
  }

  private static ClientHttpResponse passOn(
      HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
    String requestId = MDC.get(RequestIdFilter.MDC_KEY);
    if (requestId != null) {
      request.getHeaders().set(RequestIdFilter.HEADER, requestId);
    }
    Deadline deadline = Deadline.current();
    if (deadline != null) {
      request.getHeaders().set(Deadline.HEADER, deadline.forNeighbour());
    }
    if (Effects.areUnderWay()) {
      request.getHeaders().set(Effects.UNDER_WAY_HEADER, "true");
    }
    return execution.execute(request, body);
  }
}
