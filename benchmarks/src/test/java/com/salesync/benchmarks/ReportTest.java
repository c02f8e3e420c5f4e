package com.salesync.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ReportTest {

  @Test
  void ratiosTellWhatACallCosts() {
    Result cheap = result("cheap", 4_000, 0);
    Result dear = result("dear", 1_000, 0);

    Ratio ratio = Ratio.ofTime(dear, cheap);

    assertThat(ratio.name()).isEqualTo("dear : cheap, time");
    assertThat(ratio.value()).isEqualTo(4);
    assertThat(ratio.processor()).hasValue(4);
    assertThat(Ratio.ofThroughput(cheap, dear).value()).isEqualTo(4);
  }

  @Test
  void oneErrorOrOneWonIsTooMuch() {
    Result good = result("visit", 10, 0);

    assertThat(new Report(List.of(good), List.of(), List.of()).isGood()).isTrue();
    assertThat(new Report(List.of(result("visit", 10, 1)), List.of(), List.of()).isGood())
        .isFalse();
    assertThat(new Report(List.of(good), List.of(), List.of("bench-1 paid 1 won")).isGood())
        .isFalse();
  }

  @Test
  void aScenarioWithoutAnyAnswerIsPrintedToo() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    new Report(List.of(result("visit", 0, 3)), List.of(), List.of()).print(new PrintStream(out));

    assertThat(out.toString()).contains("visit", "visit failed: 429");
  }

  private static Result result(String scenario, int calls, long errors) {
    Histogram latencies = new Histogram(3);
    for (int i = 0; i < calls; i++) {
      latencies.recordValue(1_000);
    }
    Optional<String> reason = errors == 0 ? Optional.empty() : Optional.of("429");
    Duration elapsed = Duration.ofSeconds(1);
    return new Result(scenario, 2, latencies, elapsed, Optional.of(elapsed), errors, reason);
  }
}
