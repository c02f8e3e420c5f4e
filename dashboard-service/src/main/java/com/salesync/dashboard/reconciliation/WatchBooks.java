package com.salesync.dashboard.reconciliation;

import com.salesync.common.time.DayRange;
import com.salesync.dashboard.reconciliation.CompareBooks.Findings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigInteger;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares the books of every store, yesterday's and today's, and exports what differs (invariant
 * I1). The books are read one after the other while sales go on, so a difference counts once a
 * second look finds the same. A run at a fixed rate has a thread of its own and keeps nobody
 * waiting; a run that would overtake the one before it is left out.
 */
@Component
class WatchBooks {

  private static final Logger log = LoggerFactory.getLogger(WatchBooks.class);

  /** What the last complete run has found, by store. */
  private record State(Map<Long, BigInteger> differences, long openPayments, long asOf) {}

  private final CompareBooks compare;
  private final StoreDirectory stores;
  private final ReconciliationProperties properties;
  private final Clock clock;
  private volatile State state;

  WatchBooks(
      CompareBooks compare,
      StoreDirectory stores,
      ReconciliationProperties properties,
      Clock clock,
      MeterRegistry metrics) {
    this.compare = compare;
    this.stores = stores;
    this.properties = properties;
    this.clock = clock;
    this.state = new State(Map.of(), 0, clock.millis());
    Gauge.builder("salesync.reconciliation.difference", () -> sum(state.differences()))
        .description("Won by which the books of sales, orders and reports differ")
        .baseUnit("won")
        .register(metrics);
    Gauge.builder("salesync.reconciliation.stores.off", () -> state.differences().size())
        .description("Stores whose books differ")
        .register(metrics);
    Gauge.builder("salesync.reconciliation.open.payments", () -> state.openPayments())
        .description("Payments begun and not completed")
        .register(metrics);
    Gauge.builder("salesync.reconciliation.age", () -> (clock.millis() - state.asOf()) / 1e3)
        .description("Since the books were last compared")
        .baseUnit("seconds")
        .register(metrics);
    Gauge.builder("salesync.invariant.violations", () -> state.differences().size())
        .description("Breaches of an invariant of the money path")
        .tag("invariant", "I1")
        .register(metrics);
  }

  private static BigInteger sum(Map<Long, BigInteger> byStore) {
    return byStore.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
  }

  @Scheduled(
      fixedDelayString = "${salesync.reconciliation.interval}",
      initialDelayString = "${salesync.reconciliation.interval}")
  void look() {
    try {
      lookAtAll();
    } catch (RuntimeException unreachable) {
      log.warn("The books could not be compared: {}", unreachable.toString());
    }
  }

  private void lookAtAll() {
    Map<Long, BigInteger> differences = new HashMap<>();
    long openPayments = 0;
    @Nullable String cursor = null;
    do {
      StoreDirectory.Slice slice = stores.after(cursor, properties.storesPerCall());
      openPayments += lookAt(slice.storeIds(), differences);
      cursor = slice.nextCursor();
    } while (cursor != null);
    report(differences);
    state = new State(differences, openPayments, clock.millis());
  }

  /** Adds what stands to the differences, and returns the payments under way. */
  private long lookAt(List<Long> storeIds, Map<Long, BigInteger> differences) {
    DayRange days = yesterdayAndTodayEverywhere();
    Findings first = compare.look(storeIds, days);
    List<Long> off =
        first.differences().keySet().stream().map(StoreDay::storeId).distinct().toList();
    if (!off.isEmpty()) {
      Map<StoreDay, Difference> second = compare.look(off, days).differences();
      first
          .differences()
          .forEach(
              (day, difference) -> {
                if (difference.equals(second.get(day))) {
                  differences.merge(day.storeId(), difference.won(), BigInteger::add);
                }
              });
    }
    return first.openPayments().values().stream().mapToLong(Long::longValue).sum();
  }

  /** A store's day begins up to 14 hours before and 36 hours after that of UTC. */
  private DayRange yesterdayAndTodayEverywhere() {
    LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    return new DayRange(today.minusDays(3), today.plusDays(1));
  }

  private void report(Map<Long, BigInteger> differences) {
    differences.forEach(
        (storeId, won) -> {
          if (!state.differences().containsKey(storeId)) {
            log.error("The books of store {} differ by {} won", storeId, won);
          }
        });
  }
}
