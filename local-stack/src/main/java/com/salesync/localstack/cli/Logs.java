package com.salesync.localstack.cli;

import com.salesync.localstack.part.Replica;
import com.salesync.localstack.process.StackFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the end of the logs by the system's own {@code tail}. */
@Command(
    name = "logs",
    header = "Show the last 200 lines of each part, or of one.",
    description = "Of this run; those of the one before are in logs/PART.log.1 in the data folder.",
    footer = {"  ./salesync logs", "  ./salesync logs sale -f"})
final class Logs implements Runnable {

  @Mixin private DataOption data = new DataOption();

  @Parameters(
      arity = "0..1",
      paramLabel = "PART",
      converter = PartName.OfReplica.class,
      completionCandidates = PartName.OfReplica.class,
      description = {
        "One of ${COMPLETION-CANDIDATES}; all unless one is named.",
        "A service's second replica is SERVICE-2."
      })
  private Optional<Replica> part = Optional.empty();

  @Option(
      names = {"-f", "--follow"},
      description = "Go on with what is written from now on.")
  private boolean follow;

  @Override
  public void run() {
    List<String> command = new ArrayList<>(List.of("tail", "-n", "200"));
    if (follow) {
      command.add("-F");
    }
    command.addAll(part.map(this::one).orElseGet(this::all));
    try {
      new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> one(Replica named) {
    Path log = folder().resolve(named.label() + ".log");
    if (!Files.exists(log)) {
      throw new StackFailure(named.label() + " has no log yet: is it started?");
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
    return data.folder().resolve("logs");
  }
}
