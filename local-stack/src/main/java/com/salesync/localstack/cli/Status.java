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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** One line for each part: asked at this moment, not remembered. */
@Command(
    name = "status",
    header = "Tell what runs, where, and how much memory it takes.",
    description =
        "A service that up left out is 'run by you' once it answers as healthy, 'left out' before.",
    footer = "  ./salesync status")
final class Status implements Runnable {

  private static final String LINE = "%-20s %-12s %8s %6s %9s %9s%n";

  private final PrintStream out;

  @Mixin private DataOption data = new DataOption();

  Status(PrintStream out) {
    this.out = out;
  }

  @Override
  public void run() {
    StackFile.Content stack =
        new StackFile(data.folder())
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
    if (entry.leftOut()) {
      return isReady(entry) ? "run by you" : "left out";
    }
    if (entry.alive().isEmpty()) {
      return entry.state() == State.RESTARTING ? "restarting" : "down";
    }
    return switch (entry.state()) {
      case READY -> isReady(entry) ? "ready" : "unready";
      case STARTING, STOPPED, RESTARTING -> entry.state().name().toLowerCase(Locale.ROOT);
    };
  }

  private static boolean isReady(StackFile.Entry entry) {
    String health = entry.health();
    return health == null || Readiness.http(URI.create(health)).isReady();
  }

  private static String mebibytes(long bytes) {
    return (bytes >> 20) + " MiB";
  }
}
