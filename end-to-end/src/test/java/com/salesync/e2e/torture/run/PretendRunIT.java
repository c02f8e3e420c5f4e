package com.salesync.e2e.torture.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.e2e.torture.check.Checker;
import com.salesync.e2e.torture.evidence.Evidence;
import com.salesync.e2e.torture.evidence.Finding;
import com.salesync.e2e.torture.evidence.ShopState;
import com.salesync.e2e.torture.history.History;
import com.salesync.e2e.torture.plan.Planner;
import com.salesync.e2e.torture.pretend.PretendSystem;
import com.salesync.e2e.torture.pretend.Slip;
import com.salesync.e2e.torture.till.Caller;
import com.salesync.e2e.torture.till.Crew;
import com.salesync.e2e.wire.Behaviour;
import com.salesync.e2e.wire.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients and checker against a system that keeps every promise, or all but one. */
class PretendRunIT {

  private static final Duration LENGTH = Duration.ofSeconds(25);

  @TempDir private Path folder;

  /** What is wrong shows only where a client meets it. */
  private static final int MOST_RUNS = 4;

  @Test
  void findsWhatIsWrongAndNothingElse() {
    Map<Slip, CompletableFuture<List<Finding>>> wrong = new EnumMap<>(Slip.class);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture<List<Finding>> right =
          CompletableFuture.supplyAsync(() -> findings(null, 1), threads);
      for (Slip slip : Slip.values()) {
        wrong.put(slip, CompletableFuture.supplyAsync(() -> findings(slip), threads));
      }
      assertThat(right.join()).isEmpty();
    }
    assertThat(wrong).allSatisfy((slip, findings) -> assertThat(findings.join()).isNotEmpty());
  }

  private List<Finding> findings(Slip slip) {
    List<Finding> findings = List.of();
    for (int run = 1; run <= MOST_RUNS && findings.isEmpty(); run++) {
      findings = findings(slip, run);
    }
    return findings;
  }

  private List<Finding> findings(@Nullable Slip slip, int seed) {
    try (PretendSystem system = PretendSystem.start(slip);
        History history = new History(folder.resolve(slip + "-" + seed + ".jsonl"));
        Wire losing = Wire.before(system.url())) {
      losing.behave(Behaviour.LOSES_ANSWERS);
      Crew crew =
          new Crew(
              Planner.plan(seed, LENGTH, List.of()),
              new Caller(system.url(), losing.url(), history),
              history);
      crew.work();
      if (slip == null) {
        assertThat(crew.failures()).isEmpty();
      }
      Map<Integer, ShopState> states = Run.states(system.url(), crew, history);
      return Checker.findings(new Evidence(history.calls(), history.faults(), states));
    }
  }
}
