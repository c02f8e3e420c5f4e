package com.salesync.common.web;

import com.salesync.common.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses with 503 {@code STARTING} what comes between the moment the port is open and the one when
 * all of the application has started: until then the gateway, for one, cannot relay anything.
 */
final class StartingFilter extends OncePerRequestFilter
    implements ApplicationListener<ApplicationStartedEvent> {

  private static final int RETRY_AFTER_SECONDS = 2;

  private volatile boolean hasStarted;

  @Override
  public void onApplicationEvent(ApplicationStartedEvent event) {
    hasStarted = true;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!hasStarted) {
      throw Problem.unavailable("STARTING", RETRY_AFTER_SECONDS);
    }
    chain.doFilter(request, response);
  }
}
