package com.salesync.e2e.torture.fault;

import com.salesync.localstack.part.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** SIGSTOP, then SIGCONT, to a process and all its children. */
record Freezing(Part part) implements Fault {

  @Override
  public Strike begin(Site site, int pick) {
    List<Long> processes =
        site.stack().pid(part).stream()
            .boxed()
            .flatMap(pid -> ProcessHandle.of(pid).stream())
            .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
            .map(ProcessHandle::pid)
            .toList();
    signal("STOP", processes);
    return new Strike() {
      private boolean stoodStill;

      @Override
      public void end() {
        stoodStill = !processes.isEmpty() && isStopped(processes.getFirst());
        signal("CONT", processes);
      }

      @Override
      public String effect() {
        return stoodStill ? "process %d stood still".formatted(processes.getFirst()) : "";
      }
    };
  }

  /** As Linux tells; elsewhere it is believed. */
  private static boolean isStopped(long pid) {
    Path stat = Path.of("/proc/" + pid + "/stat");
    try {
      return !Files.isDirectory(Path.of("/proc/self"))
          || Files.readString(stat).replaceFirst(".*\\) ", "").startsWith("T");
    } catch (IOException gone) {
      return false;
    }
  }

  private static void signal(String signal, List<Long> processes) {
    for (long pid : processes) {
      try {
        new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
