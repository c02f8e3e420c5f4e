package com.salesync.dashboard.reconciliation;

import com.salesync.common.time.DayRange;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares every store's books of yesterday and today, some stores a run, and exports what differs.
 * A difference counts once it stands in two looks at the same store, since the books are read one
 * after the other while sales go on.
 */
@Component
class WatchBooks {

  private static final Logger log = LoggerFactory.getLogger(WatchBooks.class);

  private final Reconcile reconcile;
  private final StoreDirectory stores;
  private final ReconciliationProperties properties;
  private final Clock clock;
  private final Map<Long, Long> differences = new ConcurrentHashMap<>();
  private final Map<Long, Long> openPayments = new ConcurrentHashMap<>();
  private volatile @Nullable String cursor;
  private volatile long lastRun;

  WatchBooks(
      Reconcile reconcile,
      StoreDirectory stores,
      ReconciliationProperties properties,
      Clock clock,
      MeterRegistry metrics) {
    this.reconcile = reconcile;
    this.stores = stores;
    this.properties = properties;
    this.clock = clock;
    this.lastRun = clock.millis();
    Gauge.builder("salesync.reconciliation.difference", this, watch -> sum(watch.differences))
        .description("Won by which the books of sales, orders and reports differ")
        .baseUnit("won")
        .register(metrics);
    Gauge.builder("salesync.reconciliation.stores.off", differences, Map::size)
        .description("Stores whose books differ")
        .register(metrics);
    Gauge.builder("salesync.reconciliation.open.payments", this, watch -> sum(watch.openPayments))
        .description("Payments begun and not completed")
        .register(metrics);
    Gauge.builder(
            "salesync.reconciliation.age", this, watch -> (clock.millis() - watch.lastRun) / 1e3)
        .description("Since the books were last compared")
        .baseUnit("seconds")
        .register(metrics);
    Gauge.builder("salesync.invariant.violations", differences, Map::size)
        .description("Breaches of an invariant of the money path")
        .tag("invariant", "I1")
        .register(metrics);
  }

  private static double sum(Map<Long, Long> byStore) {
    return byStore.values().stream().mapToLong(Long::longValue).sum();
  }

  @Scheduled(
      fixedDelayString = "${salesync.reconciliation.interval}",
      initialDelayString = "${salesync.reconciliation.interval}")
  void look() {
    try {
      StoreDirectory.Slice slice = stores.after(cursor, properties.storesPerRun());
      slice.storeIds().forEach(this::lookAt);
      cursor = slice.nextCursor();
      lastRun = clock.millis();
    } catch (RuntimeException unreachable) {
      log.warn("The books could not be compared: {}", unreachable.toString());
    }
  }

  private void lookAt(long storeId) {
    Reconciliation found = recent(storeId);
    if (found != null && found.isOff()) {
      found = recent(storeId);
    }
    if (found == null || !found.isOff()) {
      differences.remove(storeId);
    } else if (differences.put(storeId, found.difference()) == null) {
      log.error("The books of store {} differ by {} won", storeId, found.difference());
    }
    if (found == null || found.openPayments() == 0) {
      openPayments.remove(storeId);
    } else {
      openPayments.put(storeId, found.openPayments());
    }
  }

  private @Nullable Reconciliation recent(long storeId) {
    return stores
        .businessDays(storeId)
        .map(
            days -> {
              LocalDate today = days.dayOf(clock.instant());
              return reconcile.between(storeId, days, new DayRange(today.minusDays(1), today));
            })
        .orElse(null);
  }
}
