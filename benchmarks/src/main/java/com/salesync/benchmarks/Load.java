package com.salesync.benchmarks;

import com.salesync.benchmarks.client.UnexpectedAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * Closed-loop load: a client per virtual thread, each asking again as soon as it has its answer.
 */
final class Load {

  private static final int SIGNIFICANT_DIGITS = 3;
  private static final int WARM_UP_SHARE = 5;

  /** Keeps a client whose calls fail at once from spinning. */
  private static final Duration PAUSE_AFTER_ERROR = Duration.ofMillis(50);

  private final Duration time;
  private final Optional<ProcessHandle> launcher;

  /**
   * Prepares for several scenarios.
   *
   * @param time of each
   * @param launcher whose children's processor time is measured
   */
  Load(Duration time, Optional<ProcessHandle> launcher) {
    this.time = time;
    this.launcher = launcher;
  }

  Result measure(Scenario scenario) {
    long measuredFrom = System.nanoTime() + time.toNanos() / WARM_UP_SHARE;
    long end = measuredFrom + time.toNanos();
    List<Future<Client>> running = new ArrayList<>();
    Optional<Map<Long, Duration>> usedBefore;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < scenario.clients(); i++) {
        Client client = new Client(scenario, i);
        running.add(threads.submit(() -> client.callUntil(end, measuredFrom)));
      }
      LockSupport.parkNanos(measuredFrom - System.nanoTime());
      usedBefore = launcher.map(Load::processorTime);
    }
    Duration elapsed = Duration.ofNanos(System.nanoTime() - measuredFrom);
    Optional<Duration> used =
        launcher.map(process -> used(usedBefore.orElseThrow(), processorTime(process)));
    List<Client> clients = running.stream().map(Load::finished).toList();
    Histogram latencies = new Histogram(SIGNIFICANT_DIGITS);
    clients.forEach(client -> latencies.add(client.latencies));
    return new Result(
        scenario.name(),
        scenario.clients(),
        latencies,
        elapsed,
        used,
        clients.stream().mapToLong(client -> client.errors).sum(),
        clients.stream().flatMap(client -> client.firstError.stream()).findFirst());
  }

  /** So far, by process: of what the launcher has started and what that has started. */
  private static Map<Long, Duration> processorTime(ProcessHandle launcher) {
    return launcher
        .descendants()
        .collect(
            Collectors.toMap(
                ProcessHandle::pid,
                process -> process.info().totalCpuDuration().orElse(Duration.ZERO)));
  }

  /** A process that has ended meanwhile, as PostgreSQL's do, takes its own time with it only. */
  private static Duration used(Map<Long, Duration> before, Map<Long, Duration> after) {
    return after.entrySet().stream()
        .map(each -> each.getValue().minus(before.getOrDefault(each.getKey(), Duration.ZERO)))
        .filter(Duration::isPositive)
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static Client finished(Future<Client> client) {
    try {
      return client.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static final class Client {

    private final Histogram latencies = new Histogram(SIGNIFICANT_DIGITS);
    private final Scenario scenario;
    private final int number;
    private long errors;
    private Optional<String> firstError = Optional.empty();

    Client(Scenario scenario, int number) {
      this.scenario = scenario;
      this.number = number;
    }

    /** At least until one call was measured or has failed, however short the time. */
    Client callUntil(long end, long measuredFrom) {
      long begun = System.nanoTime();
      while (begun < end || (latencies.getTotalCount() == 0 && errors == 0)) {
        try {
          scenario.call().accept(number);
          if (begun >= measuredFrom) {
            latencies.recordValue((System.nanoTime() - begun) / 1_000);
          }
        } catch (UnexpectedAnswer e) {
          errors++;
          firstError = firstError.or(() -> Optional.ofNullable(e.getMessage()));
          LockSupport.parkNanos(PAUSE_AFTER_ERROR.toNanos());
        }
        begun = System.nanoTime();
      }
      return this;
    }
  }
}
