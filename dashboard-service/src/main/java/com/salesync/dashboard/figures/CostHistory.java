package com.salesync.dashboard.figures;

import com.salesync.dashboard.client.ItemServiceClient.Cost;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What one item cost, by day. */
final class CostHistory {

  static final CostHistory UNKNOWN = new CostHistory(List.of());

  private final TreeMap<LocalDate, Cost> costs = new TreeMap<>();

  CostHistory(List<Cost> costs) {
    costs.forEach(cost -> this.costs.put(cost.effectiveDay(), cost));
  }

  /**
   * The cost in force on a day, KRW per piece; days before the first entry use the first known one.
   * Empty while it was cleared or if it never was known.
   */
  Optional<Long> costOn(LocalDate day) {
    Map.Entry<LocalDate, Cost> inForce = costs.floorEntry(day);
    return inForce == null ? firstKnown() : Optional.ofNullable(inForce.getValue().cost());
  }

  private Optional<Long> firstKnown() {
    return costs.values().stream().map(Cost::cost).filter(Objects::nonNull).findFirst();
  }
}
