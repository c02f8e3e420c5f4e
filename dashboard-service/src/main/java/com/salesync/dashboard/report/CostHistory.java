package com.salesync.dashboard.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one item cost, by day. */
public final class CostHistory {

  /**
   * A cost from a day on.
   *
   * @param cost whole won per piece; null where the owner cleared it
   */
  public record Entry(LocalDate effectiveDay, @Nullable Long cost) {}

  private static final CostHistory UNKNOWN = new CostHistory(List.of());

  private final TreeMap<LocalDate, Entry> entries = new TreeMap<>();
  private final long firstKnown;

  public CostHistory(List<Entry> entries) {
    entries.forEach(entry -> this.entries.put(entry.effectiveDay(), entry));
    firstKnown =
        this.entries.values().stream()
            .map(Entry::cost)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(0L);
  }

  static CostHistory unknown() {
    return UNKNOWN;
  }

  /**
   * The cost in force on a day. Days before the first entry use the first known cost; an item
   * without a cost costs nothing.
   */
  long on(LocalDate day) {
    Map.Entry<LocalDate, Entry> inForce = entries.floorEntry(day);
    if (inForce == null) {
      return firstKnown;
    }
    Long cost = inForce.getValue().cost();
    return cost == null ? 0 : cost;
  }
}
