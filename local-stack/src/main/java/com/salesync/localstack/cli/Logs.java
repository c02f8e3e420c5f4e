package com.salesync.localstack.cli;

import com.salesync.localstack.Part;
import com.salesync.localstack.process.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows the end of the logs by the system's own {@code tail}. */
final class Logs {

  private final Arguments arguments;

  Logs(Arguments arguments) {
    this.arguments = arguments;
  }

  void run() {
    List<String> command = new ArrayList<>(List.of("tail", "-n", "200"));
    if (arguments.follow()) {
      command.add("-F");
    }
    command.addAll(arguments.part().map(this::one).orElseGet(this::all));
    try {
      new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> one(String name) {
    Part part =
        Part.named(name)
            .orElseThrow(
                () ->
                    new UsageFailure(
                        "There is no part "
                            + name
                            + "; there are "
                            + Arrays.stream(Part.values())
                                .map(Part::label)
                                .collect(Collectors.joining(", "))
                            + "."));
    Path log = folder().resolve(part.label() + ".log");
    if (!Files.exists(log)) {
      throw new StackFailure(part.label() + " has not said anything yet: is it started?");
    }
    return List.of(log.toString());
  }

  private List<String> all() {
    try (Stream<Path> files = Files.list(folder())) {
      List<String> logs =
          files.map(Path::toString).filter(file -> file.endsWith(".log")).sorted().toList();
      if (!logs.isEmpty()) {
        return logs;
      }
    } catch (IOException e) {
      throw new StackFailure("There are no logs in " + folder() + ": was it ever started?", e);
    }
    throw new StackFailure("There are no logs in " + folder() + ".");
  }

  private Path folder() {
    return arguments.data().resolve("logs");
  }
}
