package com.salesync.common.test.property;

import static com.salesync.common.test.property.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForAllTest {

  @Test
  void namesTheSeedAndTheSmallestInputThatFails() {
    assertThatThrownBy(
            () ->
                forAll(
                    1,
                    1_000,
                    any -> any.list(0, 20, ignored -> 7),
                    list -> assertThat(list).hasSizeLessThan(3)))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("Does not hold, repeat with -Dseed=1: [7, 7, 7]");
  }

  @Test
  void givesTheSameInputForTheSameSeed() {
    forAll(
        100,
        any -> any.number(Long.MIN_VALUE, Long.MAX_VALUE),
        seed -> assertThat(input(seed)).isEqualTo(input(seed)));
  }

  private static List<String> input(long seed) {
    return new Any(seed, Any.FULL).list(0, 20, any -> any.characters(20));
  }

  @Test
  void reachesTheEndsOfARangeAndNothingBeyond() {
    Set<Long> seen = new HashSet<>();
    forAll(
        1_000,
        any -> any.number(Long.MAX_VALUE - 9, Long.MAX_VALUE),
        number -> {
          assertThat(number).isBetween(Long.MAX_VALUE - 9, Long.MAX_VALUE);
          seen.add(number);
        });
    assertThat(seen).hasSize(10);
    forAll(100, any -> any.number(3, 3), number -> assertThat(number).isEqualTo(3));
  }
}
