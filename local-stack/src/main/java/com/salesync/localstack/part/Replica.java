package com.salesync.localstack.part;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One of the processes that do a part's work.
 *
 * @param number from 1 to {@link #MOST}
 */
public record Replica(Part part, int number) implements Comparable<Replica> {

  /** Of one part. */
  public static final int MOST = 9;

  private static final Pattern FURTHER = Pattern.compile("(.+)-([2-" + MOST + "])");
  private static final Comparator<Replica> ORDER =
      Comparator.comparing(Replica::part).thenComparingInt(Replica::number);

  /** The one that a part has in any case. */
  public static Replica first(Part part) {
    return new Replica(part, 1);
  }

  static Stream<Replica> of(Part part, int replicas) {
    return IntStream.rangeClosed(1, replicas).mapToObj(number -> new Replica(part, number));
  }

  /** Finds one by its label or the beginning of it: {@code sale-2} is {@code sale-service-2}. */
  public static Optional<Replica> named(String name) {
    Matcher further = FURTHER.matcher(name);
    return further.matches()
        ? Part.named(further.group(1))
            .filter(Part::isService)
            .map(part -> new Replica(part, Integer.parseInt(further.group(2))))
        : Part.named(name).map(Replica::first);
  }

  /** Its name on the command line, in {@code status} and of its log: the first has its part's. */
  public String label() {
    return number == 1 ? part.label() : part.label() + "-" + number;
  }

  @Override
  public int compareTo(Replica other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return label();
  }
}
