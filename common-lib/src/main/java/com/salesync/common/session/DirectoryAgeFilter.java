package com.salesync.common.session;

import com.salesync.common.problem.Problem;
import com.salesync.common.security.SessionDirectory;
import com.salesync.common.security.TokenClaims;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers a store's request with 503 when too little is known of whether its session has ended. */
final class DirectoryAgeFilter extends OncePerRequestFilter {

  private static final int RETRY_AFTER_SECONDS = 10;

  private final Supplier<SessionDirectory> directory;
  private final DirectoryAgeProperties properties;
  private final List<? extends RequestMatcher> verified;

  DirectoryAgeFilter(
      Supplier<SessionDirectory> directory,
      DirectoryAgeProperties properties,
      List<? extends RequestMatcher> verified) {
    this.directory = directory;
    this.properties = properties;
    this.verified = List.copyOf(verified);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isOfAStore() && isTooOld(mostFor(request))) {
      throw Problem.unavailable("SESSION_UNVERIFIED", RETRY_AFTER_SECONDS);
    }
    chain.doFilter(request, response);
  }

  private static boolean isOfAStore() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof JwtAuthenticationToken token
        && TokenClaims.STORE_ISSUER.equals(token.getToken().getClaimAsString("iss"));
  }

  private Duration mostFor(HttpServletRequest request) {
    return verified.stream().anyMatch(path -> path.matches(request))
        ? properties.verifiedMaxAge()
        : properties.maxAge();
  }

  private boolean isTooOld(Duration most) {
    return directory.get().age().map(age -> age.compareTo(most) > 0).orElse(true);
  }
}
