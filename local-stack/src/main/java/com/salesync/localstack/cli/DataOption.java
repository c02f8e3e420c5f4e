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

  /** What a person types to do something with this very stack. */
  String command(String words) {
    return new Options().withData(folder()).command(words);
  }

  Path folder() {
    return folder
        .map(path -> path.toAbsolutePath().normalize())
        .orElseGet(() -> new Options().data());
  }
}
