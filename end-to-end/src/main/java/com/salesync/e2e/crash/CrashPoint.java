package com.salesync.e2e.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Kills this very process with SIGKILL when a watched request reaches the step named in the armed
 * file, such as {@code after-commit-1} or {@code before-call-1}: steps are counted per request.
 */
final class CrashPoint {

  private static final ThreadLocal<@Nullable Map<String, Integer>> STEPS = new ThreadLocal<>();

  private final Path armed;

  CrashPoint(Path armed) {
    this.armed = armed;
  }

  void watch() {
    STEPS.set(new HashMap<>());
  }

  void unwatch() {
    STEPS.remove();
  }

  /** Reports that the watched request is at a step; returns unless that is the armed one. */
  void reached(String step) {
    Map<String, Integer> steps = STEPS.get();
    if (steps != null) {
      int count = steps.merge(step, 1, Integer::sum);
      if ((step + "-" + count).equals(armedStep())) {
        kill();
      }
    }
  }

  private String armedStep() {
    try {
      return Files.exists(armed) ? Files.readString(armed).strip() : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void kill() {
    try {
      Files.delete(armed);
      new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid())).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    while (true) {
      LockSupport.park();
    }
  }
}
