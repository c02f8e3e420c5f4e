package com.salesync.localstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process as it can be remembered in a file: by id and the moment it started, since ids are
 * reused.
 *
 * @param startedMillis epoch milliseconds; 0 when the system does not tell
 */
public record ProcessId(long pid, long startedMillis) {

  private static final Duration POLL = Duration.ofMillis(50);

  public static ProcessId of(ProcessHandle process) {
    return new ProcessId(
        process.pid(), process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
  }

  /** The process, when it still runs and is not another one that was given the same id. */
  public Optional<ProcessHandle> alive() {
    return ProcessHandle.of(pid)
        .filter(ProcessId::isRunning)
        .filter(process -> of(process).startedMillis == startedMillis);
  }

  /** Asks with {@code signal}, waits for {@code grace}, then kills. Returns when it is gone. */
  public static void end(ProcessHandle process, String signal, Duration grace) {
    signal(process, signal);
    if (!awaitExit(process, grace)) {
      process.destroyForcibly();
      awaitExit(process, Duration.ofSeconds(10));
    }
  }

  static void signal(ProcessHandle process, String signal) {
    if (signal.equals("TERM")) {
      process.destroy();
      return;
    }
    try {
      new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid()).start().waitFor();
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean awaitExit(ProcessHandle process, Duration limit) {
    Instant deadline = Instant.now().plus(limit);
    try {
      while (isRunning(process)) {
        if (Instant.now().isAfter(deadline)) {
          return false;
        }
        Thread.sleep(POLL);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return !isRunning(process);
    }
  }

  /** True for one that a signal has stopped until another lets it go on; only Linux tells. */
  public static boolean isStopped(ProcessHandle process) {
    return "T".equals(condition(process));
  }

  /** A process that ended but was not yet collected by its parent counts as alive for Java. */
  private static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && !"Z".equals(condition(process));
  }

  /** The letter by which Linux tells what a process is doing; empty elsewhere. */
  private static String condition(ProcessHandle process) {
    try {
      String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      int letter = stat.lastIndexOf(')') + 2;
      return stat.substring(letter, letter + 1);
    } catch (IOException notLinux) {
      return "";
    }
  }
}
