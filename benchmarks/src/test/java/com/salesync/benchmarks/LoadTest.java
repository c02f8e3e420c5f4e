package com.salesync.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.benchmarks.client.UnexpectedAnswer;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class LoadTest {

  private final Load load = new Load(Duration.ofMillis(100), Optional.of(ProcessHandle.current()));

  @Test
  void everyClientCalls() {
    Set<Integer> callers = ConcurrentHashMap.newKeySet();

    Result result = load.measure(new Scenario("calls", 5, callers::add));

    assertThat(callers).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    assertThat(result.errors()).isZero();
    assertThat(result.latencies().getTotalCount()).isGreaterThanOrEqualTo(5);
    assertThat(result.perSecond()).isPositive();
    assertThat(result.processorMillis()).isPresent();
  }

  @Test
  void aCallLongerThanTheTimeIsMeasuredOnce() {
    Result result =
        load.measure(
            new Scenario(
                "long calls",
                1,
                client -> LockSupport.parkNanos(Duration.ofMillis(200).toNanos())));

    assertThat(result.latencies().getTotalCount()).isEqualTo(1);
  }

  @Test
  void aProcessThatEndsMeanwhileTakesNoTimeOfOthersAway() throws IOException {
    Process worn =
        new ProcessBuilder(
                "sh", "-c", "i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done; echo; sleep 0.5")
            .start();
    try (BufferedReader said = worn.inputReader()) {
      said.readLine();

      Result result = load.measure(new Scenario("its end", 1, client -> worn.onExit().join()));

      assertThat(result.processorMillis().orElseThrow()).isNotNegative();
    } finally {
      worn.destroyForcibly();
    }
  }

  @Test
  void refusedCallsAreCountedAndNotMeasured() {
    Result result =
        load.measure(
            new Scenario(
                "refused calls",
                2,
                client -> {
                  throw new UnexpectedAnswer("429");
                }));

    assertThat(result.errors()).isGreaterThanOrEqualTo(2);
    assertThat(result.firstError()).hasValue("429");
    assertThat(result.latencies().getTotalCount()).isZero();
  }
}
