package com.salesync.localstack;

import com.salesync.localstack.part.Part;
import com.salesync.localstack.process.ExitReason;
import com.salesync.localstack.process.ManagedProcess;
import com.salesync.localstack.process.ManagedProcess.State;
import com.salesync.localstack.process.StackFailure;
import com.salesync.localstack.sms.SmsInbox;
import java.time.Duration;
import java.time.Instant;
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
import java.util.stream.Stream;

/**
 * Starts the parts in their order, reports what becomes of them, and stops them in the reverse
 * order: services first, so that they can finish what they hold, then Kafka, then PostgreSQL.
 */
final class Supervisor implements AutoCloseable {

  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final Duration START_TIMEOUT = Duration.ofMinutes(4);

  /** A part that has died so often before it was ever healthy will not become so by itself. */
  private static final int HOPELESS_AFTER = 3;

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
    this.folder = DataFolder.open(options.data());
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
      Instant deadline = Instant.now().plus(START_TIMEOUT);
      begin(List.of(Part.POSTGRES, Part.KAFKA));
      List<Part> services = processes.keySet().stream().filter(Part::isService).toList();
      List<Part> migrated =
          Stream.concat(services.stream(), options.leftOut().stream()).distinct().toList();
      inPairs(migrated, "extract", parts::extract);
      awaitReady(List.of(Part.POSTGRES), Duration.between(Instant.now(), deadline));
      inPairs(migrated, "migrate", parts::migrate);
      begin(services);
      awaitReady(processes.keySet(), Duration.between(Instant.now(), deadline));
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

  synchronized void awaitReady(Collection<Part> some, Duration limit) {
    Instant deadline = Instant.now().plus(limit);
    try {
      for (Part part : some) {
        ManagedProcess process = process(part);
        while (process.state() != State.READY) {
          refuseIfHopeless(process);
          long left = Duration.between(Instant.now(), deadline).toMillis();
          if (left <= 0) {
            throw new StackFailure(
                "%s is not healthy after %d s: see ./salesync logs %s."
                    .formatted(part.label(), limit.toSeconds(), part.label()));
          }
          wait(Math.min(left, 500));
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
          "%s does not start: %s (./salesync logs %s tells more)"
              .formatted(process.name(), ExitReason.inLog(process.log()), process.name()));
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
          options
              .progress()
              .accept(
                  String.format(
                      Locale.ROOT,
                      "  %-20s ready after %4.1f s%s",
                      process.name(),
                      process.startTook().toMillis() / 1000.0,
                      process.restarts() == 0 ? "" : ", restart " + process.restarts()));
      case RESTARTING ->
          options
              .progress()
              .accept(
                  "  %-20s %s and is started again"
                      .formatted(process.name(), ExitReason.describe(process)));
      case STARTING, STOPPED -> {}
    }
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
