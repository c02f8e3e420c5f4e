package com.salesync.gateway.route.web;

import com.salesync.common.deadline.Deadline;
import com.salesync.common.problem.Problem;
import com.salesync.common.problem.ProblemDocuments;
import com.salesync.gateway.limit.ServiceLoad;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.function.Supplier;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Spring Cloud Gateway's call to a service. In place of its own exchange since that one has a
 * single read time-out for all routes, answers an outage with 500, and leaks the connection of an
 * answer that it turns into a 304 itself.
 *
 * <p>Nothing here notices a client that leaves: the call goes on to its end.
 */
@Component
final class ServiceExchange implements ProxyExchange {

  private static final int RETRY_AFTER_SECONDS = 1;

  private static final Logger log = LoggerFactory.getLogger(ServiceExchange.class);

  private final HttpClient client;
  private final ObservedCalls calls;
  private final ServiceLoad load;
  private final ProblemDocuments documents;
  private final Timeout poolTimeout;

  ServiceExchange(
      HttpClient client,
      ObservedCalls calls,
      ServiceLoad load,
      ProblemDocuments documents,
      RouteProperties properties) {
    this.client = client;
    this.calls = calls;
    this.load = load;
    this.documents = documents;
    this.poolTimeout = Timeout.of(properties.connectionFromPool());
  }

  @Override
  public ServerResponse exchange(Request request) {
    Call call = Call.of(request);
    try {
      RelayedAnswer answer = inTurn(call, () -> send(call, request));
      ProxyExchange.Response received = answer.received();
      request.getResponseConsumers().forEach(consumer -> consumer.accept(received, answer));
      return answer;
    } catch (Problem refusal) {
      return refused(refusal);
    }
  }

  private RelayedAnswer inTurn(Call call, Supplier<RelayedAnswer> sending) {
    String service = call.target().service();
    if (call.isForMoney()) {
      return load.callForMoney(service, sending);
    }
    return call.isForPassword()
        ? load.callForPassword(service, sending)
        : load.call(service, sending);
  }

  private RelayedAnswer send(Call call, Request request) {
    requireTime();
    try {
      ClassicHttpResponse response =
          calls.send(client, call.target(), outgoing(request), context(call));
      return RelayedAnswer.of(response, call, documents);
    } catch (IOException noAnswer) {
      throw call.outage(noAnswer);
    }
  }

  private ServerResponse refused(Problem problem) {
    if (problem.status().is5xxServerError()) {
      log.warn("Answered {}: {}", problem.status(), problem.getMessage());
    }
    return ProblemAnswer.of(problem, documents);
  }

  /** Better not begun than left without an answer. */
  private static void requireTime() {
    Deadline deadline = Deadline.current();
    if (deadline != null && !deadline.leavesTimeToAsk()) {
      throw Problem.unavailable("DEADLINE_PASSED", RETRY_AFTER_SECONDS);
    }
  }

  private HttpClientContext context(Call call) {
    HttpClientContext context = HttpClientContext.create();
    call.isMadeIn(context);
    context.setRequestConfig(
        RequestConfig.custom()
            .setConnectionRequestTimeout(poolTimeout)
            .setRedirectsEnabled(false)
            .setAuthenticationEnabled(false)
            .setProtocolUpgradeEnabled(false)
            .build());
    return context;
  }

  /** Path and query go on as the client wrote them. */
  private static ClassicHttpRequest outgoing(Request request) throws IOException {
    HttpServletRequest incoming = request.getServerRequest().servletRequest();
    URI uri = request.getServerRequest().uri();
    String query = incoming.getQueryString();
    ClassicHttpRequest outgoing =
        new BasicClassicHttpRequest(
            request.getMethod().name(),
            query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query);
    request
        .getHeaders()
        .forEach((name, values) -> values.forEach(value -> outgoing.addHeader(name, value)));
    long length = incoming.getContentLengthLong();
    if (length > 0 || incoming.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
      outgoing.setEntity(new InputStreamEntity(incoming.getInputStream(), length, null));
    }
    return outgoing;
  }
}
