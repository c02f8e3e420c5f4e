package com.salesync.gateway.limit.web;

import com.salesync.common.address.ClientAddress;
import com.salesync.gateway.limit.BodyProperties;
import com.salesync.gateway.limit.UnfinishedBodies;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads a small body before anything else happens, so that a slow sender costs no service a
 * connection; a large one streams on, within the same deadline. Until all of it is there it counts
 * for its address.
 */
final class BodyFilter extends OncePerRequestFilter {

  private final UnfinishedBodies unfinished;
  private final BodyProperties properties;

  BodyFilter(UnfinishedBodies unfinished, BodyProperties properties) {
    this.unfinished = unfinished;
    this.properties = properties;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!hasBody(request)) {
      chain.doFilter(request, response);
      return;
    }
    ClientAddress address = ClientAddress.of(request.getRemoteAddr());
    unfinished.begin(address);
    Runnable end = once(() -> unfinished.end(address));
    try {
      ArrivingBody body = new ArrivingBody(request.getInputStream(), properties.deadline(), end);
      body.readAhead(Math.toIntExact(properties.small().toBytes()));
      chain.doFilter(new WithBody(request, body), response);
    } finally {
      end.run();
    }
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0
        || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
  }

  private static Runnable once(Runnable action) {
    AtomicBoolean done = new AtomicBoolean();
    return () -> {
      if (done.compareAndSet(false, true)) {
        action.run();
      }
    };
  }

  private static final class WithBody extends HttpServletRequestWrapper {

    private final ArrivingBody body;

    WithBody(HttpServletRequest request, ArrivingBody body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      return body;
    }
  }
}
