package com.salesync.common.deadline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The main code and configuration of what serves requests. */
final class Modules {

  private static final Set<String> TOOLS = Set.of("benchmarks", "end-to-end", "local-stack");

  private Modules() {}

  /** Every line of all files that end so, but for the table of waits itself. */
  static List<String> lines(String end) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> modules = Files.list(Path.of(".."))) {
      for (Path module : modules.filter(Modules::isServing).toList()) {
        try (Stream<Path> files = Files.walk(module.resolve("src/main"))) {
          for (Path file : files.filter(name -> name.toString().endsWith(end)).toList()) {
            if (!file.endsWith("salesync-waits.yaml")) {
              lines.addAll(Files.readAllLines(file));
            }
          }
        }
      }
    }
    return lines;
  }

  private static boolean isServing(Path module) {
    return Files.isDirectory(module.resolve("src/main"))
        && !TOOLS.contains(module.getFileName().toString());
  }
}
