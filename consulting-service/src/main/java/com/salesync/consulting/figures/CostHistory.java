package com.salesync.consulting.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What one item cost, by day; as the dashboard's reports reckon it. */
public final class CostHistory {

  private final TreeMap<LocalDate, CostEntry> entries = new TreeMap<>();

  public CostHistory(List<CostEntry> entries) {
    entries.forEach(entry -> this.entries.put(entry.effectiveDay(), entry));
  }

  /** The cost in force on a day; days before the first entry use the first known one. */
  Optional<Long> on(LocalDate day) {
    Map.Entry<LocalDate, CostEntry> inForce = entries.floorEntry(day);
    return inForce != null
        ? Optional.ofNullable(inForce.getValue().cost())
        : entries.values().stream().map(CostEntry::cost).filter(Objects::nonNull).findFirst();
  }
}
