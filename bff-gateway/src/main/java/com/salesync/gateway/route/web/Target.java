package com.salesync.gateway.route.web;

import java.net.URI;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Where a request goes.
 *
 * @param service for logs and problem documents
 */
record Target(String service, URI url) {

  private static final String ATTRIBUTE = Target.class.getName();

  /** Addresses a request, whose path becomes the one that the service knows. */
  ServerRequest address(ServerRequest request, URI withServicePath) {
    MvcUtils.setRequestUrl(request, url);
    request.servletRequest().setAttribute(ATTRIBUTE, this);
    return ServerRequest.from(request).uri(withServicePath).build();
  }

  static Target of(ServerRequest request) {
    if (request.servletRequest().getAttribute(ATTRIBUTE) instanceof Target target) {
      return target;
    }
    throw new IllegalStateException("No route addressed this request");
  }
}
