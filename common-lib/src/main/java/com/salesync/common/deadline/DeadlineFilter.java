package com.salesync.common.deadline;

import com.salesync.common.problem.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

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
  private final List<Operation> operations;
  private final Clock clock;

  DeadlineFilter(DeadlineProperties properties, Clock clock) {
    this.properties = properties;
    this.operations =
        properties.operations().entrySet().stream()
            .map(entry -> Operation.of(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparing(Operation::path, PathPattern.SPECIFICITY_COMPARATOR))
            .toList();
    this.clock = clock;
  }

  /** One that takes its own time; of two whose paths match, the more special counts. */
  private record Operation(String method, PathPattern path, Duration longest) {

    private static Operation of(String methodAndPath, Duration longest) {
      String[] parts = methodAndPath.split(" ", 2);
      return new Operation(parts[0], PathPatternParser.defaultInstance.parse(parts[1]), longest);
    }

    private boolean matches(String askedMethod, PathContainer askedPath) {
      return (method.equals("*") || method.equals(askedMethod)) && path.matches(askedPath);
    }
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
    Duration left = Duration.ofMillis(callersEnd).minusMillis(clock.millis());
    if (left.plus(TOLERATED_SKEW).isNegative()) {
      throw Problem.unavailable("DEADLINE_PASSED", RETRY_AFTER_SECONDS);
    }
    return shorter(longest, left.isPositive() ? left : LEAST);
  }

  /** What the operation may take. */
  Duration longest(HttpServletRequest request) {
    PathContainer path = PathContainer.parsePath(request.getRequestURI());
    return operations.stream()
        .filter(operation -> operation.matches(request.getMethod(), path))
        .map(Operation::longest)
        .findFirst()
        .orElseGet(
            () -> READS.contains(request.getMethod()) ? properties.read() : properties.write());
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /**
   * Only the other services send it; what is none of theirs says nothing, nor do other scripts'
   * digits, which Java reads as numbers, too.
   */
  private static @Nullable Long epochMillis(@Nullable String header) {
    try {
      return header == null || !StandardCharsets.US_ASCII.newEncoder().canEncode(header)
          ? null
          : Long.valueOf(header);
    } catch (NumberFormatException notOurs) {
      return null;
    }
  }
}
