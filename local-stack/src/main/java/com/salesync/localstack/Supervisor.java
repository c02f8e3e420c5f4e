package com.salesync.localstack;

import com.salesync.localstack.network.Forwarder;
import com.salesync.localstack.part.Part;
import com.salesync.localstack.part.Replica;
import com.salesync.localstack.process.ExitReason;
import com.salesync.localstack.process.ManagedProcess;
import com.salesync.localstack.process.ManagedProcess.State;
import com.salesync.localstack.process.StackFailure;
import com.salesync.localstack.sms.SmsInbox;
import com.salesync.localstack.standin.ModelStandIn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
  private final Announcer announcer;
  private final DataFolder folder;
  private final Parts parts;
  private final SortedMap<Replica, ManagedProcess> processes = new TreeMap<>();
  private final List<Forwarder> forwarders = new ArrayList<>();
  private final Thread hook = new Thread(this::close, "local-stack-shutdown");
  private final SmsInbox inbox;
  private final @Nullable ModelStandIn model;
  private boolean ready;
  private boolean closed;

  Supervisor(Options options) {
    this.options = options;
    this.announcer = new Announcer(options.progress());
    this.folder = DataFolder.open(options);
    try {
      this.parts = new Parts(options);
      this.inbox = new SmsInbox(parts.addresses().smsInbox(), options.data().resolve("sms.jsonl"));
      this.model = options.hasModel() ? new ModelStandIn(parts.addresses().model()) : null;
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  void start() {
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      List<Part> started = options.parts().stream().sorted().toList();
      for (Part part : started) {
        for (Replica replica : parts.addresses().replicas(part)) {
          processes.put(replica, parts.process(replica, this::changed));
        }
        parts.forwarder(part, this::process).ifPresent(forwarders::add);
      }
      begin(of(part -> !part.isService()));
      List<Part> migrated =
          Stream.concat(
                  started.stream().filter(Part::isService),
                  options.leftOut().stream().filter(this::canMigrate))
              .distinct()
              .toList();
      inPairs(migrated, "extract", parts::extract);
      awaitStart(of(part -> part == Part.POSTGRES));
      inPairs(migrated, "migrate", parts::migrate);
      begin(of(Part::isService));
      awaitStart(processes.values());
      becomeReady();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private List<ManagedProcess> of(Predicate<Part> some) {
    return processes.entrySet().stream()
        .filter(each -> some.test(each.getKey().part()))
        .map(Map.Entry::getValue)
        .toList();
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

  private synchronized void begin(Collection<ManagedProcess> some) {
    if (closed) {
      throw new StackFailure("Stopped before it was healthy.");
    }
    some.forEach(ManagedProcess::start);
  }

  private synchronized void becomeReady() {
    ready = true;
    record();
  }

  /** What is left out may not even compile. */
  private boolean canMigrate(Part leftOut) {
    boolean built = parts.isBuilt(leftOut);
    if (!built) {
      announcer.say(leftOut.label(), "is not built: its schema stays as it is");
    }
    return built;
  }

  /** However long it takes, while there is progress. */
  private void awaitStart(Collection<ManagedProcess> some) {
    Progress progress = new Progress(some);
    awaitReady(
        some,
        process -> {
          if (progress.hasStopped(Instant.now())) {
            throw notHealthy(process, "and did nothing for", Progress.PATIENCE);
          }
        });
  }

  void awaitReady(Replica one, Duration limit) {
    Instant deadline = Instant.now().plus(limit);
    awaitReady(
        List.of(process(one)),
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
      Collection<ManagedProcess> some, Consumer<ManagedProcess> refuseIfTooLate) {
    try {
      for (ManagedProcess process : some) {
        while (process.state() != State.READY) {
          refuseIfHopeless(process);
          refuseIfTooLate.accept(process);
          wait(POLL_MILLIS);
        }
      }
      forwarders.forEach(Forwarder::update);
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
      announcer.announce(process);
      record();
    }
    notifyAll();
  }

  private void record() {
    folder.record(parts.describe(processes.values(), ready));
  }

  Parts parts() {
    return parts;
  }

  ManagedProcess process(Replica replica) {
    return Objects.requireNonNull(
        processes.get(replica), () -> "is not part of this stack: " + replica);
  }

  SmsInbox sms() {
    return inbox;
  }

  ModelStandIn model() {
    if (model == null) {
      throw new IllegalStateException("The stack was not started with a model.");
    }
    return model;
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
      of(Part::isService).forEach(each -> all.execute(() -> each.stop(GRACE)));
    }
    forwarders.forEach(Forwarder::close);
    of(part -> !part.isService()).reversed().forEach(each -> each.stop(GRACE));
    inbox.close();
    if (model != null) {
      model.close();
    }
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
