package com.salesync.localstack.server;

import com.salesync.localstack.process.ProcessId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The file in which a running server leaves its process id. A launcher that was killed leaves the
 * server behind, and the server refuses a second one on the same data.
 */
final class PostgresLock {

  /** The line of the file that says {@code ready} once the server takes connections. */
  private static final int STATUS = 7;

  private PostgresLock() {}

  /** True once this very process serves these data. */
  static boolean isServedBy(Path data, long pid) {
    try {
      List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
      return lines.size() > STATUS
          && lines.getFirst().strip().equals(Long.toString(pid))
          && lines.get(STATUS).strip().equals("ready");
    } catch (IOException notYet) {
      return false;
    }
  }

  static void endServerOf(Path data) {
    Path file = data.resolve("postmaster.pid");
    long pid;
    try {
      pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
    } catch (IOException | NumberFormatException e) {
      return;
    }
    ProcessHandle.of(pid)
        .filter(process -> process.info().command().orElse("").endsWith("/bin/postgres"))
        .ifPresent(process -> ProcessId.end(process, "INT", Duration.ofSeconds(20)));
  }
}
