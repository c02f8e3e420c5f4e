package com.salesync.gateway.edge.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts the security headers on every answer; {@link UpstreamHeaderFilter} keeps others from adding.
 */
final class SecurityHeaders extends OncePerRequestFilter {

  private static final String NOTHING =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** Swagger UI and the local SMS inbox: own files only; Swagger UI styles its elements itself. */
  private static final String OWN_PAGE =
      NOTHING
          + "; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " connect-src 'self'; font-src 'self' data:";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getRequestURI();
    response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Content-Security-Policy", isPage(path) ? OWN_PAGE : NOTHING);
    response.setHeader(HttpHeaders.CACHE_CONTROL, isAsset(path) ? "max-age=3600" : "no-store");
    chain.doFilter(request, response);
  }

  private static boolean isPage(String path) {
    return path.equals("/") || path.startsWith("/docs") || path.startsWith("/_local/");
  }

  private static boolean isAsset(String path) {
    return path.startsWith("/docs/assets/") || path.equals("/style.css");
  }
}
