package com.salesync.common.test.property;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Tries a statement with generated inputs, other ones each time. A failure names the seed that
 * repeats it, {@code -Dseed=...}, and the smallest input of that seed with which it fails.
 */
public final class ForAll {

  private static final long SEED = Long.getLong("seed", System.nanoTime());

  private ForAll() {}

  /**
   * @param inputs how many
   * @param statement throws where it does not hold
   */
  public static <T> void forAll(int inputs, Function<Any, T> input, Consumer<T> statement) {
    forAll(SEED, inputs, input, statement);
  }

  static <T> void forAll(
      long firstSeed, int inputs, Function<Any, T> input, Consumer<T> statement) {
    for (long seed = firstSeed; seed < firstSeed + inputs; seed++) {
      try {
        statement.accept(input.apply(new Any(seed, Any.FULL)));
      } catch (Exception | AssertionError | StackOverflowError failure) {
        throw smallest(seed, input, statement);
      }
    }
  }

  private static <T> AssertionError smallest(
      long seed, Function<Any, T> input, Consumer<T> statement) {
    for (int size = 1; size <= Any.FULL; size++) {
      T tried = input.apply(new Any(seed, size));
      try {
        statement.accept(tried);
      } catch (Exception | AssertionError | StackOverflowError failure) {
        return new AssertionError(
            "Does not hold, repeat with -Dseed=%d: %s%n%s".formatted(seed, tried, failure),
            failure);
      }
    }
    return new AssertionError(
        "Did not hold once, and then did: it depends on more than -Dseed=%d".formatted(seed));
  }
}
