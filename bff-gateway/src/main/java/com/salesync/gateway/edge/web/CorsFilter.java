package com.salesync.gateway.edge.web;

import com.salesync.common.problem.Problem;
import com.salesync.common.problem.ProblemDocuments;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers preflights and refuses all but the configured origins. It writes its headers before
 * anything else answers, so that failures carry them too.
 */
final class CorsFilter extends OncePerRequestFilter {

  private static final List<String> REQUEST_HEADERS =
      List.of(
          HttpHeaders.AUTHORIZATION,
          "X-CSRF-Token",
          HttpHeaders.CONTENT_TYPE,
          "Idempotency-Key",
          HttpHeaders.IF_MATCH,
          HttpHeaders.IF_NONE_MATCH,
          HttpHeaders.ACCEPT_LANGUAGE,
          "X-Request-Id");

  private static final List<String> EXPOSED_HEADERS =
      List.of(HttpHeaders.ETAG, "X-Request-Id", HttpHeaders.RETRY_AFTER, HttpHeaders.LOCATION);

  private final CorsConfiguration allowed = new CorsConfiguration();
  private final DefaultCorsProcessor processor = new SilentRefusal();
  private final ProblemDocuments documents;
  private final String ownOrigin;

  CorsFilter(List<String> origins, String ownOrigin, ProblemDocuments documents) {
    this.documents = documents;
    this.ownOrigin = ownOrigin;
    allowed.setAllowedOrigins(origins);
    allowed.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
    allowed.setAllowedHeaders(REQUEST_HEADERS);
    allowed.setExposedHeaders(EXPOSED_HEADERS);
    allowed.setMaxAge(Duration.ofHours(1));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isOwnPage(request)) {
      chain.doFilter(request, response);
    } else if (!isAllowed(request) || !processor.processRequest(allowed, request, response)) {
      documents.write(Problem.forbidden("ORIGIN_REFUSED"), request, response);
    } else if (!CorsUtils.isPreFlightRequest(request)) {
      chain.doFilter(request, response);
    }
  }

  /** Spring would not look at an origin whose host is the request's own. */
  private boolean isAllowed(HttpServletRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin == null || allowed.checkOrigin(origin) != null;
  }

  /** Of the configured address; which host a request names says nothing. */
  private boolean isOwnPage(HttpServletRequest request) {
    return ownOrigin.equals(request.getHeader(HttpHeaders.ORIGIN))
        && !request.getMethod().equals(HttpMethod.OPTIONS.name());
  }

  /** Leaves the answer to the filter, which sends a problem document. */
  private static final class SilentRefusal extends DefaultCorsProcessor {

    @Override
    protected void rejectRequest(ServerHttpResponse response) {}
  }
}
