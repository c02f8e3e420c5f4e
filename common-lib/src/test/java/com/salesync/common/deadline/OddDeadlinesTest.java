package com.salesync.common.deadline;

import static com.salesync.common.test.property.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.problem.Problem;
import com.salesync.common.test.property.Any;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whatever a caller says of how long it waits. */
class OddDeadlinesTest {

  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final long NOW = Instant.parse("2026-03-01T03:00:00Z").toEpochMilli();

  private final DeadlineFilter filter =
      new DeadlineFilter(
          new DeadlineProperties(LONGEST, LONGEST, Map.of()),
          Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC));

  @Test
  void leaveNoRequestMoreTimeThanItMayTake() {
    forAll(
        100_000,
        OddDeadlinesTest::header,
        header -> {
          Duration left = remaining(header);
          Long end = header.matches("[+-]?[0-9]+") ? milliseconds(header) : null;
          if (end != null && end < NOW - 5_000) {
            assertThat(left).isNull();
          } else {
            assertThat(left).isNotNull().isBetween(Duration.ZERO, LONGEST);
          }
        });
  }

  private static @Nullable Long milliseconds(String header) {
    try {
      return Long.valueOf(header);
    } catch (NumberFormatException none) {
      return null;
    }
  }

  private static String header(Any any) {
    return any.of(
        Long.toString(any.number(Long.MIN_VALUE, Long.MAX_VALUE)),
        Long.toString(any.number(NOW - 10_000, NOW + 20_000)),
        any.number(0L, 99L) + any.characters(20),
        any.characters(20),
        "9".repeat(any.number(1, 40)));
  }

  /** Null if the request is refused. */
  private @Nullable Duration remaining(String header) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
    request.addHeader(Deadline.HEADER, header);
    Duration[] left = new Duration[1];
    FilterChain rest =
        (asked, answer) -> left[0] = Objects.requireNonNull(Deadline.current()).remaining();
    try {
      filter.doFilter(request, new MockHttpServletResponse(), rest);
    } catch (Problem refused) {
      assertThat(refused.code()).isEqualTo("DEADLINE_PASSED");
    } catch (IOException | ServletException unexpected) {
      throw new IllegalStateException(unexpected);
    }
    return left[0];
  }
}
