package com.salesync.common.problem;

import com.salesync.common.outcome.Effects;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers a {@link Problem} thrown by a filter, before any controller is reached; from here on it
 * is kept what the request may have changed.
 */
public final class ProblemFilter extends OncePerRequestFilter {

  private static final String READINESS = "/readyz";

  private final ProblemDocuments documents;

  public ProblemFilter(ProblemDocuments documents) {
    this.documents = documents;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Effects.<IOException, ServletException>ofRequest(
        isServedFirst(request),
        () -> {
          try {
            chain.doFilter(request, response);
          } catch (Problem problem) {
            documents.write(problem, request, response);
          }
        });
  }

  /** What is under way; and load makes no service unready. */
  private static boolean isServedFirst(HttpServletRequest request) {
    return request.getHeader(Effects.UNDER_WAY_HEADER) != null
        || request.getRequestURI().equals(READINESS);
  }
}
