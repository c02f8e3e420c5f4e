package com.salesync.dashboard.reconciliation;

import com.salesync.common.invariant.Finding;
import com.salesync.common.invariant.Invariant;
import com.salesync.common.invariant.Look;
import com.salesync.dashboard.client.StoreDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds the days of any store on which the records differ (invariant I1). The two services are read
 * one after the other while sales go on, so a difference counts once a second look finds the same.
 */
@Component
class ReconcileChanges implements Invariant {

  private static final Logger log = LoggerFactory.getLogger(ReconcileChanges.class);

  private final Reconciliation reconciliation;

  ReconcileChanges(Reconciliation reconciliation) {
    this.reconciliation = reconciliation;
  }

  @Override
  public String name() {
    return "I1";
  }

  @Override
  public Collection<Finding> findings(Look look) {
    return reconcileChanges(
            look.since(),
            look.standing().stream()
                .map(day -> new StoreDay(day.storeId(), LocalDate.parse(day.subject())))
                .collect(Collectors.toSet()))
        .stream()
        .map(day -> new Finding(day.storeId(), day.businessDay().toString()))
        .toList();
  }

  /**
   * The days that differ among those that changed since an instant and those that differed before.
   *
   * @param standing days that differed at the last look
   */
  private Set<StoreDay> reconcileChanges(Instant since, Set<StoreDay> standing) {
    Map<StoreDay, DayComparison> first = reconciliation.compareChanges(standing, since);
    first.entrySet().removeIf(day -> !isSuspect(day, standing));
    Map<StoreDay, DayComparison> second = reconciliation.compareDaysOfAnyStore(first.keySet());
    second
        .entrySet()
        .removeIf(day -> !isSuspect(day, standing) || !isConfirmed(day, first, standing));
    second.forEach(
        (day, comparison) -> {
          if (!standing.contains(day)) {
            log.error("{} differs: {}", day, comparison.difference());
          }
        });
    return Set.copyOf(second.keySet());
  }

  /** What is under way explains a new difference; an old one stands until none is left. */
  private static boolean isSuspect(Map.Entry<StoreDay, DayComparison> day, Set<StoreDay> standing) {
    return !day.getValue().difference().isNone()
        && (standing.contains(day.getKey()) || !day.getValue().isUnderWay());
  }

  private static boolean isConfirmed(
      Map.Entry<StoreDay, DayComparison> day,
      Map<StoreDay, DayComparison> first,
      Set<StoreDay> standing) {
    DayComparison before = first.get(day.getKey());
    return standing.contains(day.getKey())
        || (before != null && before.difference().equals(day.getValue().difference()));
  }
}
