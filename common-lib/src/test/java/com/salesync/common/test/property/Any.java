package com.salesync.common.test.property;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A source of inputs; the same seed and size give the same ones. Limits, and what lies beside them,
 * come far more often than chance would have it.
 */
public final class Any {

  /** How large inputs are where nothing has failed. */
  static final int FULL = 20;

  private static final int EDGE_PERCENT = 20;

  private final SplittableRandom random;
  private final int size;

  /**
   * @param size 1..{@link #FULL}; the longest list, and what is made of lists
   */
  Any(long seed, int size) {
    this.random = new SplittableRandom(seed);
    this.size = size;
  }

  /** A number from a range, both ends included. */
  public long number(long least, long most) {
    if (chance(EDGE_PERCENT)) {
      long step = Math.min(random.nextInt(2), most - least);
      return random.nextBoolean() ? least + step : most - step;
    }
    return most == Long.MAX_VALUE ? random.nextLong(least, most) : random.nextLong(least, most + 1);
  }

  /** A number from a range, both ends included. */
  public int number(int least, int most) {
    return (int) number((long) least, (long) most);
  }

  /** Each as likely as the others. */
  @SafeVarargs
  public final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** Each as likely as the others. */
  public <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  public boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /**
   * A list no longer than the size.
   *
   * @param least 0 or more
   */
  public <T> List<T> list(int least, int most, Function<Any, T> element) {
    return Stream.generate(() -> element.apply(this))
        .limit(number(least, Math.max(least, Math.min(most, size))))
        .toList();
  }

  /**
   * Characters of all planes, whether or not they are text: halves of pairs, controls, unassigned.
   */
  public String characters(int most) {
    int length = number(0, Math.min(most, size));
    StringBuilder text = new StringBuilder(length);
    IntStream.range(0, length).forEach(i -> text.appendCodePoint(character()));
    return text.toString();
  }

  private int character() {
    return switch (random.nextInt(8)) {
      case 0 -> random.nextInt(' ');
      case 1 -> random.nextInt(0xAC00, 0xD7A4);
      case 2 -> random.nextInt(0xD800, 0xE000);
      case 3 -> random.nextInt(Character.MAX_CODE_POINT + 1);
      default -> random.nextInt(' ', 0x7F);
    };
  }
}
