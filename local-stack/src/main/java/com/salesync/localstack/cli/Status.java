package com.salesync.localstack.cli;

import com.salesync.localstack.process.ManagedProcess.State;
import com.salesync.localstack.process.Memory;
import com.salesync.localstack.process.Readiness;
import com.salesync.localstack.process.StackFailure;
import com.salesync.localstack.process.StackFile;
import java.io.PrintStream;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** One line for each part: asked at this moment, not remembered. */
final class Status {

  private static final String LINE = "%-20s %-12s %8s %6s %9s %9s%n";

  private final Arguments arguments;
  private final PrintStream out;

  Status(Arguments arguments, PrintStream out) {
    this.arguments = arguments;
    this.out = out;
  }

  void run() {
    StackFile.Content stack =
        new StackFile(arguments.data())
            .read()
            .orElseThrow(() -> new StackFailure("Nothing runs. Start it with ./salesync up."));
    out.printf(LINE, "PART", "STATE", "PID", "PORT", "RESTARTS", "MEMORY");
    long total = 0;
    for (StackFile.Entry entry : stack.entries()) {
      long resident = entry.alive().map(Memory::residentWithDescendants).orElse(0L);
      total += resident;
      out.printf(
          LINE,
          entry.name(),
          state(entry),
          entry.alive().map(process -> Long.toString(process.pid())).orElse("-"),
          entry.port(),
          entry.restarts(),
          mebibytes(resident));
    }
    Optional<ProcessHandle> launcher = stack.launcher().alive();
    long own = launcher.map(Status::residentAlone).orElse(0L);
    out.printf(
        LINE,
        "launcher",
        launcher.isPresent() ? "running" : "gone",
        launcher.map(process -> Long.toString(process.pid())).orElse("-"),
        "-",
        "-",
        mebibytes(own));
    out.printf(LINE, "total", "", "", "", "", mebibytes(total + own));
    out.println(
        launcher.isPresent()
            ? stack.url()
            : "The launcher was killed: ./salesync down ends what it left running.");
  }

  private static long residentAlone(ProcessHandle launcher) {
    long children = launcher.children().mapToLong(Memory::residentWithDescendants).sum();
    return Memory.residentWithDescendants(launcher) - children;
  }

  private static String state(StackFile.Entry entry) {
    if (entry.alive().isEmpty()) {
      return entry.state() == State.RESTARTING ? "restarting" : "down";
    }
    String health = entry.health();
    boolean ready = health == null || Readiness.http(URI.create(health)).isReady();
    return switch (entry.state()) {
      case READY -> ready ? "ready" : "unready";
      case STARTING, STOPPED, RESTARTING -> entry.state().name().toLowerCase(Locale.ROOT);
    };
  }

  private static String mebibytes(long bytes) {
    return (bytes >> 20) + " MiB";
  }
}
