package com.salesync.localstack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What the processes occupy and what the machine has left, in bytes. */
public final class Memory {

  private Memory() {}

  /** Free memory plus caches that the system gives back; unknown elsewhere than on Linux. */
  public static OptionalLong available() {
    return kilobytes(Path.of("/proc/meminfo"), "MemAvailable:");
  }

  /**
   * Resident memory of a process and all it started. On Linux a page shared by several processes
   * counts in parts, so that the sum over processes is what they really occupy.
   */
  public static long residentWithDescendants(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .mapToLong(each -> resident(each.pid()))
        .sum();
  }

  private static long resident(long pid) {
    OptionalLong proportional = kilobytes(Path.of("/proc/" + pid + "/smaps_rollup"), "Pss:");
    if (proportional.isPresent()) {
      return proportional.getAsLong();
    }
    try {
      Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
      String answer =
          new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return answer.isEmpty() ? 0 : Long.parseLong(answer) * 1024;
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }

  private static OptionalLong kilobytes(Path file, String field) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      return OptionalLong.empty();
    }
    return lines.stream()
        .filter(line -> line.startsWith(field))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst();
  }
}
