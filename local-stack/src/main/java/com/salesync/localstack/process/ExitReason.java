package com.salesync.localstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The line of a dead process's log that most likely says why it died. */
public final class ExitReason {

  private static final int LINES = 200;
  private static final int LONGEST = 300;

  /** Exit codes above this one mean the end by a signal. */
  private static final int SIGNALLED = 128;

  private ExitReason() {}

  /** How a process ended: by which signal, or with which code and error. */
  public static String describe(ManagedProcess process) {
    int code = process.exitCode().orElse(0);
    return code > SIGNALLED
        ? "was killed by signal " + (code - SIGNALLED)
        : "died with exit code %d (%s)".formatted(code, inLog(process.log()));
  }

  public static String inLog(Path log) {
    List<String> lines;
    try {
      lines = Files.readAllLines(log).stream().filter(Predicate.not(String::isBlank)).toList();
    } catch (IOException e) {
      return "it left no log.";
    }
    List<String> tail = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    String line = pick(tail).replaceFirst("^Caused by: ", "").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
  }

  /**
   * Spring Boot's own analysis of a failed start, else the port that was taken, else the root
   * cause, else the last line.
   */
  private static String pick(List<String> lines) {
    int analysis = lines.lastIndexOf("Description:");
    if (analysis >= 0 && analysis + 1 < lines.size()) {
      return lines.get(analysis + 1);
    }
    return last(lines, line -> line.endsWith("Address already in use"))
        .or(() -> last(lines, line -> line.startsWith("Caused by:") || line.contains("FATAL")))
        .or(() -> lines.reversed().stream().findFirst())
        .orElse("its log is empty.");
  }

  private static Optional<String> last(List<String> lines, Predicate<String> telling) {
    return lines.reversed().stream().filter(telling).findFirst();
  }
}
