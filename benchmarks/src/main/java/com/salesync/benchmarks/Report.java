package com.salesync.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What a run found.
 *
 * @param disagreements of the system's records with what the shops paid
 */
record Report(List<Result> results, List<Ratio> ratios, List<String> disagreements) {

  boolean isGood() {
    return disagreements.isEmpty() && results.stream().allMatch(result -> result.errors() == 0);
  }

  void print(PrintStream out) {
    out.printf(
        "%-24s %7s %9s %7s %9s %9s %9s %9s %9s%n",
        "scenario",
        "clients",
        "requests",
        "errors",
        "per s",
        "p50 ms",
        "p95 ms",
        "p99 ms",
        "cpu ms");
    for (Result result : results) {
      out.printf(
          Locale.ROOT,
          "%-24s %7d %9d %7d %9.1f %9.1f %9.1f %9.1f %9s%n",
          result.scenario(),
          result.clients(),
          result.latencies().getTotalCount(),
          result.errors(),
          result.perSecond(),
          result.percentileMillis(50),
          result.percentileMillis(95),
          result.percentileMillis(99),
          orDash(result.processorMillis()));
    }
    out.printf("%n%-56s %9s %9s%n", "ratio", "", "of cpu");
    for (Ratio ratio : ratios) {
      out.printf(
          Locale.ROOT, "%-56s %9.2f %9s%n", ratio.name(), ratio.value(), orDash(ratio.processor()));
    }
    out.println();
    results.forEach(
        result ->
            result
                .firstError()
                .ifPresent(error -> out.println(result.scenario() + " failed: " + error)));
    disagreements.forEach(found -> out.println("The records disagree: " + found));
    if (disagreements.isEmpty()) {
      out.println("The records of every shop agree with what it paid.");
    }
  }

  private static String orDash(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.2f", value.getAsDouble()) : "-";
  }
}
