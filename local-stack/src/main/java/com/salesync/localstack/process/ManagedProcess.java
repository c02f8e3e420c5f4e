package com.salesync.localstack.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.ExponentialBackoff;
import org.jspecify.annotations.Nullable;

/**
 * One process kept alive: started, awaited until ready, and started again with back-off when it
 * dies without having been asked to. One virtual thread per process does all of that in sequence.
 */
public final class ManagedProcess {

  /** Where a process is in its life. */
  public enum State {
    STOPPED,
    STARTING,
    READY,
    /** It was ready and runs, but has left several questions in a row unanswered. */
    FROZEN,
    /** It died and waits for its next start. */
    RESTARTING
  }

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration WATCH = Duration.ofSeconds(2);

  /** One answer may be late on a busy machine. */
  private static final int FROZEN_AFTER = 2;

  private static final Duration KILL_WAIT = Duration.ofSeconds(10);
  private static final ExponentialBackoff BACKOFF = new ExponentialBackoff(500, 2, 30_000, 0);
  private static final Duration FORGIVEN_AFTER = Duration.ofSeconds(20);

  private final String name;
  private final Supplier<Launch> launch;
  private final Readiness readiness;
  private final Path log;
  private final Consumer<ManagedProcess> onChange;

  private volatile State state = State.STOPPED;
  private volatile State before = State.STOPPED;
  private final AtomicInteger restarts = new AtomicInteger();
  private volatile @Nullable Process process;
  private volatile @Nullable StackFailure failure;
  private volatile String stopSignal = "TERM";
  private volatile Duration startTook = Duration.ZERO;
  private volatile boolean wanted;
  private boolean ending;
  private volatile boolean refusing;
  private @Nullable Thread supervisor;
  private long deaths;

  /**
   * @param log standard output and error are appended here
   * @param onChange called after every change of state, on the thread that made it
   */
  public ManagedProcess(
      String name,
      Supplier<Launch> launch,
      Readiness readiness,
      Path log,
      Consumer<ManagedProcess> onChange) {
    this.name = name;
    this.launch = launch;
    this.readiness = readiness;
    this.log = log;
    this.onChange = onChange;
  }

  public String name() {
    return name;
  }

  public State state() {
    return state;
  }

  /** True while new work may be given to it: it is ready, says so, and was not told to end. */
  public boolean takesWork() {
    return wanted && !refusing && state == State.READY;
  }

  /** What it was before that. */
  public State before() {
    return before;
  }

  /** How often it was started again after it had died by itself. */
  public int restarts() {
    return restarts.get();
  }

  /** How long the last start took until it was ready. */
  public Duration startTook() {
    return startTook;
  }

  public Path log() {
    return log;
  }

  /** Why it will never become ready, once that is known. */
  public Optional<StackFailure> failure() {
    return Optional.ofNullable(failure);
  }

  public OptionalLong pid() {
    Process current = process;
    return current != null && current.isAlive()
        ? OptionalLong.of(current.pid())
        : OptionalLong.empty();
  }

  /** What it and those it started have computed so far, as far as the system tells. */
  public Duration processorTime() {
    return all()
        .flatMap(each -> each.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** The exit code of the last process that ended. */
  public Optional<Integer> exitCode() {
    Process current = process;
    return current == null || current.isAlive()
        ? Optional.empty()
        : Optional.of(current.exitValue());
  }

  /** Starts it and returns at once; does nothing when it is already kept alive. */
  public synchronized void start() {
    if (wanted) {
      return;
    }
    wanted = true;
    ending = false;
    failure = null;
    supervisor = Thread.ofVirtual().name(name).start(this::supervise);
  }

  /** Ends it cleanly, by force after {@code grace}, and keeps it down. */
  public void stop(Duration grace) {
    end(current -> ProcessId.end(current, stopSignal, grace));
  }

  /** Ends it as a power cut would and keeps it down. */
  public void halt() {
    end(current -> ProcessId.end(current, "KILL", KILL_WAIT));
  }

  /** Ends it as a power cut would; it is started again like any process that dies. */
  public void kill() {
    Process current = process;
    if (current != null) {
      current.destroyForcibly();
    }
  }

  /** Sends it and those it started a signal: {@code STOP}, {@code CONT}. */
  public void signal(String name) {
    all().forEach(each -> ProcessId.signal(each, name));
  }

  private Stream<ProcessHandle> all() {
    Process current = process;
    return current == null
        ? Stream.empty()
        : Stream.concat(Stream.of(current.toHandle()), current.descendants());
  }

  private void end(Consumer<ProcessHandle> how) {
    Thread thread;
    Process current;
    synchronized (this) {
      wanted = false;
      thread = supervisor;
      current = process;
    }
    try {
      if (current != null && current.isAlive()) {
        how.accept(current.toHandle());
        // It has ended; this waits until the JVM has noted its exit code.
        current.waitFor(KILL_WAIT.toSeconds(), TimeUnit.SECONDS);
      }
      if (thread != null) {
        synchronized (this) {
          if (!ending) {
            thread.interrupt();
          }
        }
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void supervise() {
    deaths = 0;
    try {
      for (Process child = spawn(); child != null; child = spawn()) {
        Instant started = Instant.now();
        if (awaitReady(child)) {
          startTook = Duration.between(started, Instant.now());
          refusing = false;
          enter(State.READY);
          watch(child);
        }
        child.waitFor();
        if (!wanted) {
          return;
        }
        restarts.incrementAndGet();
        enter(State.RESTARTING);
        Thread.sleep(pauseAfter(Duration.between(started, Instant.now())));
      }
    } catch (InterruptedException askedToStop) {
      // The thread ends here.
    } catch (StackFailure e) {
      failure = e;
      all().findFirst().ifPresent(each -> ProcessId.end(each, stopSignal, KILL_WAIT));
    } finally {
      synchronized (this) {
        wanted = false;
        ending = true;
        Thread.interrupted(); // What is written down of the end is written in peace.
      }
      enter(State.STOPPED);
    }
  }

  /** Doubled for each death in a row up to half a minute. */
  Duration pauseAfter(Duration lifetime) {
    deaths = lifetime.compareTo(FORGIVEN_AFTER) >= 0 ? 1 : deaths + 1;
    return Duration.ofMillis(BACKOFF.backoff(deaths - 1));
  }

  private @Nullable Process spawn() {
    Launch next = launch.get();
    Process child;
    synchronized (this) {
      if (!wanted) {
        return null;
      }
      ProcessBuilder builder =
          new ProcessBuilder(OwnSession.of(next.command()))
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(next.environment());
      try {
        child = builder.start();
      } catch (IOException e) {
        throw new StackFailure("Cannot start " + name + ": " + e.getMessage(), e);
      }
      process = child;
      stopSignal = next.stopSignal();
    }
    enter(State.STARTING);
    return child;
  }

  private boolean awaitReady(Process child) throws InterruptedException {
    while (child.isAlive() && wanted) {
      if (readiness.ask(child.toHandle()) == Readiness.Answer.READY) {
        return true;
      }
      Thread.sleep(POLL);
    }
    return false;
  }

  /** Until it ends. A frozen one is not ended: somebody may have it in a debugger. */
  private void watch(Process child) throws InterruptedException {
    int unanswered = 0;
    while (!child.waitFor(WATCH.toMillis(), TimeUnit.MILLISECONDS)) {
      Readiness.Answer answer = readiness.ask(child.toHandle());
      boolean silent = answer == Readiness.Answer.SILENT;
      refusing = answer == Readiness.Answer.UNREADY;
      unanswered = silent ? unanswered + 1 : 0;
      if (unanswered == FROZEN_AFTER) {
        enter(State.FROZEN);
      } else if (!silent && state == State.FROZEN) {
        enter(State.READY);
      }
    }
  }

  private void enter(State next) {
    before = state;
    state = next;
    onChange.accept(this);
  }
}
