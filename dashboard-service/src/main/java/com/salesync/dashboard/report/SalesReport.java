package com.salesync.dashboard.report;

import com.salesync.common.time.DayRange;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A range of days by item and by day. Each day's profit is reckoned with that day's cost, so that
 * today's cost changes no past figure.
 */
public final class SalesReport {

  private final DayRange range;
  private final List<Volume> volumes;
  private final Map<Long, CostHistory> costs;

  SalesReport(DayRange range, List<Volume> volumes, Map<Long, CostHistory> costs) {
    this.range = range;
    this.volumes = volumes.stream().sorted(Comparator.comparing(Volume::businessDay)).toList();
    this.costs = costs;
  }

  public long salesVolume() {
    return volumes.stream().mapToLong(Volume::revenue).sum();
  }

  /** By item id; an item carries the name it was last sold under. */
  public List<ItemSales> items() {
    TreeMap<Long, ItemSales> items = new TreeMap<>();
    for (Volume volume : volumes) {
      ItemSales none = new ItemSales(volume.itemId(), volume.name(), 0, 0, 0);
      items.put(
          volume.itemId(), items.getOrDefault(volume.itemId(), none).plus(volume, profit(volume)));
    }
    return items.values().stream()
        .filter(item -> item.quantity() != 0 || item.salesVolume() != 0)
        .toList();
  }

  /** Every day of the range, those without a sale too. */
  public List<DaySales> days() {
    TreeMap<LocalDate, DaySales> days = new TreeMap<>();
    range.days().forEach(day -> days.put(day, new DaySales(day, 0, 0)));
    for (Volume volume : volumes) {
      days.computeIfPresent(
          volume.businessDay(), (day, sales) -> sales.plus(volume, profit(volume)));
    }
    return List.copyOf(days.values());
  }

  private long profit(Volume volume) {
    long cost = costs.getOrDefault(volume.itemId(), CostHistory.unknown()).on(volume.businessDay());
    return volume.revenue() - Math.multiplyExact(cost, volume.quantity());
  }
}
