package com.salesync.common.deadline;

import com.salesync.common.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request its deadline: what its caller says or what the operation may take, whichever
 * is sooner. A request that its caller gave up more than 5 s ago is not begun; up to that, clocks
 * may differ, and it has a second.
 */
final class DeadlineFilter extends OncePerRequestFilter {

  private static final Set<String> READS = Set.of("GET", "HEAD");
  private static final Duration TOLERATED_SKEW = Duration.ofSeconds(5);
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final int RETRY_AFTER_SECONDS = 1;

  private final DeadlineProperties properties;
  private final Map<PathPatternRequestMatcher, Duration> operations;
  private final Clock clock;

  DeadlineFilter(DeadlineProperties properties, Clock clock) {
    this.properties = properties;
    this.operations =
        properties.operations().entrySet().stream()
            .collect(Collectors.toMap(entry -> matcher(entry.getKey()), Map.Entry::getValue));
    this.clock = clock;
  }

  private static PathPatternRequestMatcher matcher(String operation) {
    String[] parts = operation.split(" ", 2);
    PathPatternRequestMatcher.Builder builder = PathPatternRequestMatcher.withDefaults();
    return parts[0].equals("*")
        ? builder.matcher(parts[1])
        : builder.matcher(HttpMethod.valueOf(parts[0]), parts[1]);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Deadline.setCurrent(Deadline.in(budget(request)));
    try {
      chain.doFilter(request, response);
    } finally {
      Deadline.setCurrent(null);
    }
  }

  private Duration budget(HttpServletRequest request) {
    Duration longest = longest(request);
    Long callersEnd = epochMillis(request.getHeader(Deadline.HEADER));
    if (callersEnd == null) {
      return longest;
    }
    Duration left = Duration.ofMillis(callersEnd - clock.millis());
    if (left.plus(TOLERATED_SKEW).isNegative()) {
      throw Problem.unavailable("DEADLINE_PASSED", RETRY_AFTER_SECONDS);
    }
    return shorter(longest, left.isPositive() ? left : LEAST);
  }

  private Duration longest(HttpServletRequest request) {
    return operations.entrySet().stream()
        .filter(operation -> operation.getKey().matches(request))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(
            () -> READS.contains(request.getMethod()) ? properties.read() : properties.write());
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Only the other services send it; what is none of theirs says nothing. */
  private static @Nullable Long epochMillis(@Nullable String header) {
    try {
      return header == null ? null : Long.valueOf(header);
    } catch (NumberFormatException notOurs) {
      return null;
    }
  }
}
