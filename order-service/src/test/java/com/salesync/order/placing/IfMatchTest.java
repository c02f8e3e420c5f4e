package com.salesync.order.placing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.salesync.common.problem.Problem;
import com.salesync.order.queries.OrderSummary;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

  private static final OrderSummary OPEN =
      new OrderSummary(
          7, OffsetDateTime.parse("2026-03-01T12:00:00+09:00"), 4, 40_000, 3, "OPEN", List.of());

  @ParameterizedTest
  @ValueSource(strings = {"\"7-3\"", " \"7-3\" ", "\"6-1\", \"7-3\"", "*", " * "})
  void matchesTheOrderAsItIs(String tags) {
    assertThatCode(() -> new IfMatch(tags).requireMatch(() -> Optional.of(OPEN)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"7-2\"", "\"8-3\"", "7-3", "W/\"7-3\"", "nonsense", ""})
  void refusesAnotherStateAndShowsThePresentOne(String tags) {
    assertThatThrownBy(() -> new IfMatch(tags).requireMatch(() -> Optional.of(OPEN)))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status().value()).isEqualTo(412);
              assertThat(problem.code()).isEqualTo("ORDER_CHANGED");
              assertThat(problem.properties()).containsEntry("order", OPEN);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "\"7-3\""})
  void nothingOpenMatchesNoTag(String tags) {
    assertThatThrownBy(() -> new IfMatch(tags).requireMatch(Optional::empty))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.properties())
                    .containsEntry("order", Map.of("carts", List.of())));
  }

  @Test
  void whoExpectsNothingIsNotEvenCompared() {
    assertThatCode(
            () ->
                new IfMatch(null)
                    .requireMatch(
                        () -> {
                          throw new AssertionError("The open order was read");
                        }))
        .doesNotThrowAnyException();
  }
}
