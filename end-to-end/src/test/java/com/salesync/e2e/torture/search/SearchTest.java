package com.salesync.e2e.torture.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of a counter: adding, and reading what it is. */
class SearchTest {

  @Test
  void concurrentOnesMayHaveComeInAnyOrder() {
    assertThat(unexplained(add(1, 0, 10), read(0, 0, 10), read(1, 5, 10))).isEmpty();
    assertThat(unexplained(add(1, 0, 10), add(2, 0, 10), read(2, 3, 4), read(3, 11, 12))).isEmpty();
  }

  @Test
  void whatEndedBeforeAnotherBeganCameFirst() {
    assertThat(unexplained(add(1, 0, 10), read(0, 10, 12))).contains("read 0");
    assertThat(unexplained(read(1, 0, 1), add(1, 2, 3))).contains("read 1");
  }

  @Test
  void theMaybesHappenWhereNeededAndNowhereElse() {
    assertThat(unexplained(maybe(1, 0), read(0, 5, 6), read(1, 7, 8))).isEmpty();
    assertThat(unexplained(maybe(1, 0), read(0, 5, 6), read(0, 7, 8))).isEmpty();
    assertThat(unexplained(maybe(1, 6), read(1, 0, 5))).contains("(maybe)");
    assertThat(unexplained(maybe(1, 0), read(1, 5, 6), read(0, 7, 8))).contains("read 0");
  }

  @Test
  void manyAtOnceAreNoTrouble() {
    List<Operation<Integer>> operations = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      operations.add(add(1, 0, 100));
    }
    operations.add(read(60, 101, 102));
    assertThat(Search.unexplained(0, operations)).isEmpty();
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static String unexplained(Operation<Integer>... operations) {
    return Search.unexplained(0, List.of(operations)).orElse("");
  }

  private static Operation<Integer> add(int number, long from, long until) {
    return new Operation<>("add " + number, from, until, false, sum -> List.of(sum + number));
  }

  private static Operation<Integer> maybe(int number, long from) {
    return new Operation<>(
        "add " + number, from, Long.MAX_VALUE, true, sum -> List.of(sum + number));
  }

  private static Operation<Integer> read(int number, long from, long until) {
    return new Operation<>(
        "read " + number, from, until, false, sum -> sum == number ? List.of(sum) : List.of());
  }
}
