package com.salesync.localstack.cli;

import com.salesync.localstack.Options;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which stack a command is about. */
final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Where the stack keeps its data, keys and logs (default: .salesync in the clone).")
  private Optional<Path> folder = Optional.empty();

  Path folder() {
    return folder
        .map(path -> path.toAbsolutePath().normalize())
        .orElseGet(() -> new Options().data());
  }
}
