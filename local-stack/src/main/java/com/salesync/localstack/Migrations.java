package com.salesync.localstack;

import com.salesync.localstack.part.Part;
import com.salesync.localstack.part.ServiceJar;
import com.salesync.localstack.process.ExitReason;
import com.salesync.localstack.process.StackFailure;
import com.salesync.localstack.server.DatabaseAccess;
import com.salesync.localstack.server.DatabaseRole;
import com.salesync.localstack.server.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Migrates the schemas before the services start, each by its own service's {@code migrate} command
 * as the schema's owner. What a build has migrated once it need not migrate again.
 */
final class Migrations {

  private static final int HEAP_MEGABYTES = 96;

  private final Postgres postgres;
  private final Path data;

  Migrations(Postgres postgres, Path data) {
    this.postgres = postgres;
    this.data = data;
  }

  /**
   * Migrates one schema.
   *
   * @throws StackFailure with the reason, if a version cannot be applied
   */
  void migrate(Part service, ServiceJar jar, DatabaseRole role) {
    Path done = data.resolve("postgres").resolve(role.schema() + ".migrated-by");
    try {
      if (Files.exists(done) && Files.readString(done).equals(jar.build())) {
        return;
      }
      postgres.asOwner(role, owner -> run(service, jar, owner));
      Files.writeString(done, jar.build());
    } catch (IOException e) {
      throw new StackFailure("Cannot note what was migrated: " + e.getMessage(), e);
    }
  }

  private void run(Part service, ServiceJar jar, DatabaseAccess owner) {
    Path log = data.resolve("logs").resolve(service.label() + "-migrate.log");
    List<String> command = jar.command(HEAP_MEGABYTES, List.of());
    command.add("migrate");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("DATABASE_URL", owner.url());
    builder.environment().put("DATABASE_OWNER_USERNAME", owner.username());
    builder.environment().put("DATABASE_OWNER_PASSWORD", owner.password());
    try {
      if (builder.start().waitFor() != 0) {
        throw new StackFailure(
            "The database of %s was not migrated: %s (%s tells more)"
                .formatted(service.label(), ExitReason.inLog(log), log));
      }
    } catch (IOException e) {
      throw new StackFailure("Cannot migrate for " + service.label() + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while migrating.", e);
    }
  }
}
