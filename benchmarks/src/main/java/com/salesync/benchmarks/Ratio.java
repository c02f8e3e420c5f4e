package com.salesync.benchmarks;

import java.util.OptionalDouble;

/**
 * Two results of one run against each other: what remains comparable on another machine.
 *
 * @param value of what one waits for
 * @param processor of the processor time, if that was measured
 */
record Ratio(String name, double value, OptionalDouble processor) {

  /** How many times as much one call of the first costs as one of the second, at equal load. */
  static Ratio ofTime(Result one, Result other) {
    return new Ratio(
        one.scenario() + " : " + other.scenario() + ", time",
        other.perSecond() / one.perSecond(),
        ofProcessorTime(one, other));
  }

  /** How many times as much is done by many clients as by fewer. */
  static Ratio ofThroughput(Result many, Result few) {
    return new Ratio(
        "%s, %d clients : %d, throughput".formatted(many.scenario(), many.clients(), few.clients()),
        many.perSecond() / few.perSecond(),
        OptionalDouble.empty());
  }

  private static OptionalDouble ofProcessorTime(Result one, Result other) {
    OptionalDouble first = one.processorMillis();
    OptionalDouble second = other.processorMillis();
    return first.isPresent() && second.isPresent()
        ? OptionalDouble.of(first.getAsDouble() / second.getAsDouble())
        : OptionalDouble.empty();
  }
}
