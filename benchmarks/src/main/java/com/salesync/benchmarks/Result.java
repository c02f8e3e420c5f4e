package com.salesync.benchmarks;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/**
 * What a scenario took.
 *
 * @param latencies in microseconds, of the calls that succeeded
 * @param elapsed from the end of the warm-up until the last client had its answer
 * @param processorTime of the whole system meanwhile, if it was measured
 * @param errors of the warm-up too
 * @param firstError why the first of them failed
 */
record Result(
    String scenario,
    int clients,
    Histogram latencies,
    Duration elapsed,
    Optional<Duration> processorTime,
    long errors,
    Optional<String> firstError) {

  double perSecond() {
    return latencies.getTotalCount() / (elapsed.toNanos() / 1e9);
  }

  /** Of one call, in milliseconds. */
  OptionalDouble processorMillis() {
    return processorTime
        .map(used -> OptionalDouble.of(used.toNanos() / 1e6 / latencies.getTotalCount()))
        .orElseGet(OptionalDouble::empty);
  }

  double percentileMillis(double percentile) {
    return latencies.getValueAtPercentile(percentile) / 1e3;
  }
}
