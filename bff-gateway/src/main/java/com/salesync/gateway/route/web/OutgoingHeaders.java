package com.salesync.gateway.route.web;

import com.salesync.common.deadline.Deadline;
import com.salesync.common.web.RequestIdFilter;
import java.util.List;
import org.slf4j.MDC;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * What the gateway tells a service: the request id, the deadline, and the client's address, by
 * which store-service throttles logins. Runs after every filter of Spring Cloud Gateway.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class OutgoingHeaders implements RequestHttpHeadersFilter {

  /** The gateway has dealt with these; a service has no use for them. */
  private static final List<String> DEALT_WITH =
      List.of(
          HttpHeaders.EXPECT,
          HttpHeaders.ORIGIN,
          HttpHeaders.CONTENT_LENGTH,
          HttpHeaders.TRANSFER_ENCODING,
          "traceparent",
          "tracestate",
          "baggage",
          "b3");

  @Override
  public HttpHeaders apply(HttpHeaders incoming, ServerRequest request) {
    HttpHeaders headers = new HttpHeaders();
    headers.addAll(incoming);
    DEALT_WITH.forEach(headers::remove);
    headers.set("X-Forwarded-For", request.servletRequest().getRemoteAddr());
    String requestId = MDC.get(RequestIdFilter.MDC_KEY);
    if (requestId != null) {
      headers.set(RequestIdFilter.HEADER, requestId);
    }
    Deadline deadline = Deadline.current();
    if (deadline != null) {
      headers.set(Deadline.HEADER, deadline.forNeighbour());
    }
    return headers;
  }
}
