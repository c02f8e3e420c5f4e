package com.salesync.e2e.torture.run;

import com.salesync.e2e.plant.Mistake;
import com.salesync.localstack.LocalStack;
import com.salesync.localstack.Options;
import com.salesync.localstack.RunningPart;
import com.salesync.localstack.part.Part;
import com.salesync.localstack.part.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/** Puts a mistake into a service. */
final class Plants {

  private static final String AGENT = "end-to-end/target/end-to-end-plants.jar";

  private Plants() {}

  static void plant(Mistake mistake, Options options) {
    Part part = part(mistake);
    Path agent = Repository.ofLauncher().root().resolve(AGENT);
    options.withEnvironment(
        part, "JAVA_TOOL_OPTIONS", "-javaagent:%s=%s".formatted(agent, mistake.label()));
    mistake
        .environment()
        .forEach((variable, value) -> options.withEnvironment(part, variable, value));
  }

  private static Part part(Mistake mistake) {
    return Arrays.stream(Part.values())
        .filter(part -> part.label().equals(mistake.service()))
        .findFirst()
        .orElseThrow();
  }

  /** Takes away what the database would hold against it. */
  static void dropGuard(Mistake mistake, LocalStack stack) {
    if (mistake.guard().isEmpty()) {
      return;
    }
    try (Connection connection = stack.superuser().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(mistake.guard());
    } catch (SQLException e) {
      throw new IllegalStateException(mistake.guard(), e);
    }
  }

  /** The processes that never came to what it changes. */
  static List<String> missing(Mistake mistake, LocalStack stack) {
    return stack.replicas(part(mistake)).stream()
        .filter(replica -> !isPlanted(mistake, replica))
        .map(replica -> "%s is not planted in %s".formatted(mistake.label(), replica))
        .toList();
  }

  private static boolean isPlanted(Mistake mistake, RunningPart replica) {
    try {
      return Files.readString(replica.log()).contains(mistake.mark());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
