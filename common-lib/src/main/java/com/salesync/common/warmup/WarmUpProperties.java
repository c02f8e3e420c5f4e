package com.salesync.common.warmup;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpMethod;

/**
 * How a service warms up.
 *
 * @param enabled false leaves out requests and statements; keys and ended sessions are awaited
 * @param limit after which the service becomes ready all the same
 * @param repeats how often each request is sent, so that it is no longer interpreted
 * @param repeatFor after which no request is repeated any more
 * @param admitTokens false where no token may act for a store: its requests end in 401
 * @param uncounted meters that requests are counted by, which begin anew when they have been sent
 * @param requests what is asked, each ending before anything is written or a neighbour asked: in a
 *     business refusal, or in validation where a refusal would take more than the own database
 */
@ConfigurationProperties("salesync.warm-up")
record WarmUpProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("60s") Duration limit,
    @DefaultValue("30") int repeats,
    @DefaultValue("3s") Duration repeatFor,
    @DefaultValue("true") boolean admitTokens,
    @DefaultValue({"http.server.requests", "http.client.requests"}) List<String> uncounted,
    @DefaultValue List<Request> requests) {

  /**
   * A request of the service to itself.
   *
   * @param ask method and path, with the query: {@code GET /orders/unpaids/1}
   * @param body JSON; without one nothing is sent
   * @param status how it must be answered
   * @param anonymous without a token
   */
  record Request(
      String ask, @Nullable String body, int status, @DefaultValue("false") boolean anonymous) {

    HttpMethod method() {
      return HttpMethod.valueOf(ask.substring(0, ask.indexOf(' ')));
    }

    String path() {
      return ask.substring(ask.indexOf(' ') + 1);
    }
  }
}
