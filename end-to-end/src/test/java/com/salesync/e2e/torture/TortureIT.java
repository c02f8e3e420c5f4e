package com.salesync.e2e.torture;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.e2e.torture.fault.Faults;
import com.salesync.e2e.torture.run.Run;
import com.salesync.e2e.torture.run.Settings;
import com.salesync.e2e.torture.run.Summary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Three minutes of what {@code ./salesync torture} does for hours. */
@EnabledIfSystemProperty(named = "torture", matches = "true")
class TortureIT {

  private static final long SEED = Long.getLong("seed", 13);
  private static final Duration LENGTH = Duration.ofMinutes(3);

  /** Those from which the system is well again within seconds. */
  private static final List<String> FAULTS =
      Faults.named(
          List.of(
              "kill-order",
              "kill-sale",
              "freeze-order",
              "freeze-sale",
              "freeze-item",
              "clients-loses-answers",
              "services-loses-answers",
              "services-refuses",
              "database-cuts-answers",
              "database-sessions",
              "database-lock",
              "topic-duplicates",
              "sms-cut",
              "taps"));

  @Test
  void nothingIsFound(@TempDir Path folder) {
    Run run =
        new Run(
            new Settings(SEED, LENGTH, FAULTS, 1, folder, Optional.empty()), System.out::println);
    System.out.printf("seed %d, plan %s%n", SEED, run.plan().digest());

    Summary summary = run.run();

    summary.print(System.out);
    assertThat(summary.failures()).isEmpty();
    assertThat(summary.findings()).isEmpty();
    assertThat(summary.calls()).hasSizeGreaterThan(500);
  }
}
