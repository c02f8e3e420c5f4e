package com.salesync.e2e.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.e2e.plant.Mistake;
import com.salesync.e2e.torture.evidence.Finding;
import com.salesync.e2e.torture.fault.Faults;
import com.salesync.e2e.torture.run.Run;
import com.salesync.e2e.torture.run.Settings;
import com.salesync.e2e.torture.run.Summary;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A mistake that is put into a service is found. {@code -Dplants} says which: {@code all}, {@code
 * today} for one a day by rotation, or their names.
 */
@EnabledIfSystemProperty(named = "plants", matches = ".+")
class PlantsIT {

  private static final long SEED = Long.getLong("seed", 13);
  private static final Duration LENGTH = Duration.ofMinutes(2);

  /** What is in two minutes' plan may not meet the mistake. */
  private static final int MOST_RUNS = 3;

  static List<Mistake> mistakes() {
    List<Mistake> all = List.of(Mistake.values());
    return switch (System.getProperty("plants", "")) {
      case "all" -> all;
      case "today" -> List.of(all.get((int) (LocalDate.now().toEpochDay() % all.size())));
      case String names -> Arrays.stream(names.split(",")).map(Mistake::named).toList();
    };
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void isFound(Mistake mistake, @TempDir Path folder) {
    List<Finding> findings = new ArrayList<>();
    for (int run = 0; run < MOST_RUNS && findings.isEmpty(); run++) {
      findings.addAll(findings(mistake, SEED + run, folder.resolve("run-" + run)));
    }

    System.out.println(mistake.label() + " was found: " + findings.stream().findFirst());
    assertThat(findings).isNotEmpty();
  }

  private static List<Finding> findings(Mistake mistake, long seed, Path folder) {
    List<String> faults = mistake.faults().isEmpty() ? List.of() : Faults.named(mistake.faults());
    Summary summary =
        new Run(
                new Settings(seed, LENGTH, faults, 1, folder, Optional.of(mistake)),
                System.out::println)
            .run();
    summary.print(System.out);
    assertThat(summary.failures()).noneMatch(failure -> failure.contains("is not planted"));
    return summary.findings();
  }
}
