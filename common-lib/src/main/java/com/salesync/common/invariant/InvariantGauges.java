package com.salesync.common.invariant;

import com.salesync.common.invariant.InvariantRecords.State;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Exports findings and ages as the tables have them, so that every replica exports the same. While
 * the tables cannot be read, findings stay as last read and ages go on growing.
 */
final class InvariantGauges implements MeterBinder {

  private static final Logger log = LoggerFactory.getLogger(InvariantGauges.class);

  private static final Duration READ_EVERY = Duration.ofSeconds(5);

  private record Snapshot(Map<String, State> states, long readAt) {

    Duration age() {
      return Duration.ofNanos(System.nanoTime() - readAt);
    }
  }

  private final List<Invariant> invariants;
  private final InvariantRecords records;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Snapshot last;

  InvariantGauges(List<Invariant> invariants, InvariantRecords records) {
    this.invariants = List.copyOf(invariants);
    this.records = records;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (Invariant invariant : invariants) {
      Gauge.builder("salesync.invariant.findings", () -> findings(invariant.name()))
          .description("What breaks the invariant, as the last look found it")
          .tag("invariant", invariant.name())
          .register(registry);
      Gauge.builder("salesync.invariant.age", () -> age(invariant.name()))
          .description("Since the last look at the invariant that succeeded")
          .baseUnit("seconds")
          .tag("invariant", invariant.name())
          .register(registry);
    }
  }

  private double findings(String invariant) {
    Snapshot snapshot = snapshot();
    State state = snapshot == null ? null : snapshot.states().get(invariant);
    return state == null ? Double.NaN : state.findings();
  }

  private double age(String invariant) {
    Snapshot snapshot = snapshot();
    State state = snapshot == null ? null : snapshot.states().get(invariant);
    return snapshot == null || state == null
        ? Double.NaN
        : state.age() + snapshot.age().toMillis() / 1000.0;
  }

  /** One statement for all gauges of a scrape. */
  private @Nullable Snapshot snapshot() {
    reading.lock();
    try {
      Snapshot known = last;
      if (known == null || known.age().compareTo(READ_EVERY) > 0) {
        last = new Snapshot(records.states(), System.nanoTime());
      }
    } catch (DataAccessException unreadable) {
      log.warn("The findings of the invariants could not be read: {}", unreadable.toString());
    } finally {
      reading.unlock();
    }
    return last;
  }
}
