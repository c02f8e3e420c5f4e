package com.salesync.common.test.property;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tries a statement with generated inputs: the same ones each time, other ones with {@code
 * -Dseed=random}. A failure names the seed that repeats it, {@code -Dseed=...}, and the smallest
 * input of that seed with which it fails.
 */
public final class ForAll {

  private static final long SEED =
      System.getProperty("seed", "").equals("random") ? System.nanoTime() : Long.getLong("seed", 1);

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
      Failure failure = failure(seed, Any.FULL, input, statement);
      if (failure != null) {
        throw smallest(failure, seed, input, statement).toldWith(seed);
      }
    }
  }

  private record Failure(String input, Throwable cause) {

    AssertionError toldWith(long seed) {
      return new AssertionError(
          "Does not hold, repeat with -Dseed=%d: %s%n%s".formatted(seed, input, cause), cause);
    }
  }

  private static <T> Failure smallest(
      Failure known, long seed, Function<Any, T> input, Consumer<T> statement) {
    for (int size = 1; size < Any.FULL; size++) {
      Failure failure = failure(seed, size, input, statement);
      if (failure != null) {
        return failure;
      }
    }
    return known;
  }

  private static <T> @Nullable Failure failure(
      long seed, int size, Function<Any, T> input, Consumer<T> statement) {
    T tried = input.apply(new Any(seed, size));
    try {
      statement.accept(tried);
      return null;
    } catch (Exception | AssertionError | StackOverflowError cause) {
      return new Failure(String.valueOf(tried), cause);
    }
  }
}
