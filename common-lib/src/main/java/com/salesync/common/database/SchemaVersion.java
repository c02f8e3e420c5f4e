package com.salesync.common.database;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Whether the schema has the versions this service was built with. Serving never migrates: until
 * somebody has ({@code java -jar ... migrate}), the service is not ready and nothing that needs
 * tables begins.
 */
public final class SchemaVersion extends AbstractHealthIndicator {

  private static final Logger log = LoggerFactory.getLogger(SchemaVersion.class);

  private final DataSource database;
  private final List<Runnable> waiting = new ArrayList<>();
  private @Nullable Migration expected;

  SchemaVersion(DataSource database, Migration expected) {
    super("The versions of the schema could not be read");
    this.database = database;
    this.expected = expected;
  }

  /**
   * Runs it now if the schema is complete, else as soon as it is; what fails then is tried again,
   * and the service is not ready before.
   */
  public synchronized void whenComplete(Runnable beginning) {
    if (look()) {
      beginning.run();
    } else {
      waiting.add(beginning);
    }
  }

  @Scheduled(fixedDelay = 1000)
  void lookAgain() {
    if (!isComplete()) {
      look();
    }
  }

  private synchronized boolean isComplete() {
    return expected == null;
  }

  private synchronized boolean look() {
    if (expected == null) {
      return true;
    }
    try {
      if (expected.isComplete(database)) {
        while (!waiting.isEmpty()) {
          waiting.getFirst().run();
          waiting.removeFirst();
        }
        expected = null;
      }
    } catch (RuntimeException notYet) {
      log.warn("The schema cannot be served from yet: {}", notYet.toString());
    }
    return expected == null;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    if (isComplete()) {
      health.up();
    } else {
      health.down().withDetail("schema", "versions are missing: run this service with 'migrate'");
    }
  }
}
