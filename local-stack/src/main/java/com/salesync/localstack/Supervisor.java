package com.salesync.localstack;

import com.salesync.localstack.part.Part;
import com.salesync.localstack.process.ExitReason;
import com.salesync.localstack.process.ManagedProcess;
import com.salesync.localstack.process.ManagedProcess.State;
import com.salesync.localstack.process.StackFailure;
import com.salesync.localstack.sms.SmsInbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Starts the parts in their order, reports what becomes of them, and stops them in the reverse
 * order: services first, so that they can finish what they hold, then Kafka, then PostgreSQL.
 */
final class Supervisor implements AutoCloseable {

  private static final Duration GRACE = Duration.ofSeconds(20);

  /** A part that has died so often before it was ever healthy will not become so by itself. */
  private static final int HOPELESS_AFTER = 3;

  private static final long POLL_MILLIS = 250;

  private final Options options;
  private final DataFolder folder;
  private final Parts parts;
  private final Map<Part, ManagedProcess> processes = new EnumMap<>(Part.class);
  private final Thread hook = new Thread(this::close, "local-stack-shutdown");
  private final SmsInbox inbox;
  private boolean ready;
  private boolean closed;

  Supervisor(Options options) {
    this.options = options;
    this.folder = DataFolder.open(options);
    try {
      this.parts = new Parts(options);
      this.inbox = new SmsInbox(parts.addresses().smsInbox(), options.data().resolve("sms.jsonl"));
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  void start() {
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      for (Part part : Part.values()) {
        if (options.parts().contains(part)) {
          processes.put(part, parts.process(part, this::changed));
        }
      }
      begin(List.of(Part.POSTGRES, Part.KAFKA));
      List<Part> services = processes.keySet().stream().filter(Part::isService).toList();
      List<Part> migrated = migrated(services);
      inPairs(migrated, "extract", parts::extract);
      awaitStart(List.of(Part.POSTGRES));
      inPairs(migrated, "migrate", parts::migrate);
      begin(services);
      awaitStart(processes.keySet());
      becomeReady();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Half of the time of a first start goes to these, some while PostgreSQL makes its data. */
  private static void inPairs(Collection<Part> services, String what, Consumer<Part> step) {
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Future<?>> steps =
          services.stream().<Future<?>>map(each -> two.submit(() -> step.accept(each))).toList();
      for (Future<?> each : steps) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof StackFailure failure
          ? failure
          : new StackFailure("Cannot %s a service: %s".formatted(what, e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while starting.", e);
    }
  }

  private synchronized void begin(Collection<Part> some) {
    if (closed) {
      throw new StackFailure("Stopped before it was healthy.");
    }
    some.stream().map(this::process).forEach(ManagedProcess::start);
  }

  private synchronized void becomeReady() {
    ready = true;
    record();
  }

  /** Those that are started, and those left out, which may not even compile. */
  private List<Part> migrated(List<Part> services) {
    List<Part> migrated = new ArrayList<>(services);
    for (Part leftOut : options.leftOut()) {
      if (parts.isBuilt(leftOut)) {
        migrated.add(leftOut);
      } else {
        say(leftOut.label(), "is not built: its schema stays as it is");
      }
    }
    return migrated;
  }

  /** However long it takes, while there is progress. */
  private void awaitStart(Collection<Part> some) {
    Progress progress = new Progress(some.stream().map(this::process).toList());
    awaitReady(
        some,
        process -> {
          if (progress.hasStopped(Instant.now())) {
            throw notHealthy(process, "and did nothing for", Progress.PATIENCE);
          }
        });
  }

  void awaitReady(Collection<Part> some, Duration limit) {
    Instant deadline = Instant.now().plus(limit);
    awaitReady(
        some,
        process -> {
          if (Instant.now().isAfter(deadline)) {
            throw notHealthy(process, "after", limit);
          }
        });
  }

  private static StackFailure notHealthy(ManagedProcess process, String since, Duration time) {
    return new StackFailure(
        "%s is not healthy %s %d s: %s (its log: %s)"
            .formatted(
                process.name(),
                since,
                time.toSeconds(),
                ExitReason.inLog(process.log()),
                process.log()));
  }

  private synchronized void awaitReady(
      Collection<Part> some, Consumer<ManagedProcess> refuseIfTooLate) {
    try {
      for (Part part : some) {
        ManagedProcess process = process(part);
        while (process.state() != State.READY) {
          refuseIfHopeless(process);
          refuseIfTooLate.accept(process);
          wait(POLL_MILLIS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted while starting.", e);
    }
  }

  private void refuseIfHopeless(ManagedProcess process) {
    if (closed) {
      throw new StackFailure("Stopped before it was healthy.");
    }
    process
        .failure()
        .ifPresent(
            failure -> {
              throw failure;
            });
    if (!ready && process.restarts() >= HOPELESS_AFTER) {
      throw new StackFailure(
          "%s does not start: %s (its log: %s)"
              .formatted(process.name(), ExitReason.inLog(process.log()), process.log()));
    }
  }

  private synchronized void changed(ManagedProcess process) {
    if (!closed) {
      report(process);
      record();
    }
    notifyAll();
  }

  private void record() {
    folder.record(parts.describe(processes.values(), ready));
  }

  private void report(ManagedProcess process) {
    switch (process.state()) {
      case READY ->
          say(process, process.before() == State.FROZEN ? "answers again" : ready(process));
      case FROZEN -> say(process, "does not answer: it is frozen, and left as it is");
      case RESTARTING -> say(process, ExitReason.describe(process) + " and is started again");
      case STARTING, STOPPED -> {}
    }
  }

  private void say(ManagedProcess process, String what) {
    say(process.name(), what);
  }

  private void say(String part, String what) {
    options.progress().accept("  %-20s %s".formatted(part, what));
  }

  private static String ready(ManagedProcess process) {
    return String.format(
        Locale.ROOT,
        "ready after %4.1f s%s",
        process.startTook().toMillis() / 1000.0,
        process.restarts() == 0 ? "" : ", restart " + process.restarts());
  }

  Parts parts() {
    return parts;
  }

  ManagedProcess process(Part part) {
    return Objects.requireNonNull(processes.get(part), "is not part of this stack: " + part);
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      notifyAll();
    }
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      processes.forEach(
          (part, process) -> {
            if (part.isService()) {
              all.execute(() -> process.stop(GRACE));
            }
          });
    }
    for (Part part : List.of(Part.KAFKA, Part.POSTGRES)) {
      ManagedProcess process = processes.get(part);
      if (process != null) {
        process.stop(GRACE);
      }
    }
    inbox.close();
    parts.close();
    folder.close();
    removeHook();
  }

  private void removeHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException theHookIsRunning) {
      // Nothing to remove: the JVM is ending and this is the hook itself.
    }
  }
}
