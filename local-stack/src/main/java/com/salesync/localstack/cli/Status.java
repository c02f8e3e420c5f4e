package com.salesync.localstack.cli;

import com.salesync.localstack.process.ManagedProcess.State;
import com.salesync.localstack.process.Memory;
import com.salesync.localstack.process.ProcessId;
import com.salesync.localstack.process.Readiness;
import com.salesync.localstack.process.Readiness.Answer;
import com.salesync.localstack.process.StackFailure;
import com.salesync.localstack.process.StackFile;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** One line for each part: asked at this moment, not remembered. */
@Command(
    name = "status",
    header = "Tell what runs, where, and how much memory it takes.",
    description = {
      "A part that runs but does not answer is 'frozen', one that answers that it is not ready"
          + " 'unready'.",
      "A service that up left out is 'run by you' once it answers as healthy, 'left out' before."
    },
    footer = "  ./salesync status")
final class Status implements Runnable {

  private static final String FROZEN = "frozen";
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
            .orElseThrow(
                () -> new StackFailure("Nothing runs. Start it with " + data.command("up") + "."));
    out.printf(LINE, "PART", "STATE", "PID", "PORT", "RESTARTS", "MEMORY");
    long total = 0;
    Map<StackFile.Entry, String> states = states(stack.entries());
    for (StackFile.Entry entry : stack.entries()) {
      long resident = entry.alive().map(Memory::residentWithDescendants).orElse(0L);
      total += resident;
      out.printf(
          LINE,
          entry.name(),
          states.get(entry),
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
        launcher.map(Status::running).orElse("gone"),
        launcher.map(process -> Long.toString(process.pid())).orElse("-"),
        "-",
        "-",
        mebibytes(own));
    out.printf(LINE, "total", "", "", "", "", mebibytes(total + own));
    out.println(
        launcher.isPresent()
            ? stack.url()
            : "The launcher was killed: %s ends what it left running."
                .formatted(data.command("down")));
  }

  private static long residentAlone(ProcessHandle launcher) {
    long children = launcher.children().mapToLong(Memory::residentWithDescendants).sum();
    return Memory.residentWithDescendants(launcher) - children;
  }

  private static String running(ProcessHandle launcher) {
    return ProcessId.isStopped(launcher) ? FROZEN : "running";
  }

  /** All are asked at once, so that several frozen ones take no longer than one. */
  private static Map<StackFile.Entry, String> states(List<StackFile.Entry> entries) {
    Map<StackFile.Entry, String> states = new ConcurrentHashMap<>();
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      entries.forEach(entry -> all.execute(() -> states.put(entry, state(entry))));
    }
    return states;
  }

  private static String state(StackFile.Entry entry) {
    if (entry.leftOut()) {
      return ask(entry, null) == Answer.READY ? "run by you" : "left out";
    }
    Optional<ProcessHandle> process = entry.alive();
    if (process.isEmpty()) {
      return entry.state() == State.RESTARTING ? "restarting" : "down";
    }
    Answer answer = ask(entry, process.get());
    if (answer == Answer.SILENT || ProcessId.isStopped(process.get())) {
      return FROZEN;
    }
    return switch (entry.state()) {
      case READY, FROZEN -> answer == Answer.READY ? "ready" : "unready";
      case STARTING, STOPPED, RESTARTING -> entry.state().name().toLowerCase(Locale.ROOT);
    };
  }

  private static Answer ask(StackFile.Entry entry, @Nullable ProcessHandle process) {
    String health = entry.health();
    Readiness readiness =
        health == null ? Readiness.postgres(entry.port()) : Readiness.http(URI.create(health));
    return readiness.ask(process);
  }

  private static String mebibytes(long bytes) {
    return (bytes >> 20) + " MiB";
  }
}
