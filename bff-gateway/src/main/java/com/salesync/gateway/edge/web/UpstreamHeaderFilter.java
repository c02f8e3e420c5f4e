package com.salesync.gateway.edge.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Drops what answers from further in say about security, caching, CORS and the server: the gateway
 * has said it already, and a second {@code Access-Control-Allow-Origin} makes browsers refuse.
 */
final class UpstreamHeaderFilter extends OncePerRequestFilter {

  private static final Set<String> OWN =
      Set.of(
          "strict-transport-security",
          "x-content-type-options",
          "x-frame-options",
          "x-xss-protection",
          "referrer-policy",
          "content-security-policy",
          "cache-control",
          "pragma",
          "expires",
          "server",
          "x-powered-by");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, new Guarded(response));
  }

  /** The error page answers in a dispatch of its own and sets headers, too. */
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  private static boolean isOwn(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return OWN.contains(lower) || lower.startsWith("access-control-");
  }

  private static final class Guarded extends HttpServletResponseWrapper {

    Guarded(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
      if (!isOwn(name)) {
        super.setHeader(name, value);
      }
    }

    @Override
    public void addHeader(String name, @Nullable String value) {
      if (!isOwn(name)) {
        super.addHeader(name, value);
      }
    }

    @Override
    public void setDateHeader(String name, long date) {
      if (!isOwn(name)) {
        super.setDateHeader(name, date);
      }
    }
  }
}
