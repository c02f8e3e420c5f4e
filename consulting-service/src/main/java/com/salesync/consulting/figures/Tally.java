package com.salesync.consulting.figures;

import com.salesync.common.time.DayRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds a period's volumes up. */
public final class Tally {

  private static final CostHistory UNKNOWN = new CostHistory(List.of());

  private final Map<Long, CostHistory> costs;
  private final Map<Long, ItemFigures> items = new LinkedHashMap<>();
  private final EnumMap<DayOfWeek, Long> revenueByWeekday = new EnumMap<>(DayOfWeek.class);

  private Tally(Map<Long, CostHistory> costs) {
    this.costs = costs;
  }

  public static Figures of(DayRange range, List<Volume> volumes, Map<Long, CostHistory> costs) {
    Tally tally = new Tally(costs);
    volumes.stream().sorted(Comparator.comparing(Volume::businessDay)).forEach(tally::add);
    return tally.figures(range);
  }

  private void add(Volume volume) {
    if (volume.quantity() == 0 && volume.revenue() == 0) {
      return;
    }
    Optional<Long> cost = costs.getOrDefault(volume.itemId(), UNKNOWN).on(volume.businessDay());
    long profit = volume.revenue() - Math.multiplyExact(cost.orElse(0L), volume.quantity());
    items.merge(
        volume.itemId(),
        new ItemFigures(
            volume.itemId(),
            volume.name(),
            volume.quantity(),
            volume.revenue(),
            profit,
            cost.isPresent()),
        Tally::sum);
    revenueByWeekday.merge(volume.businessDay().getDayOfWeek(), volume.revenue(), Long::sum);
  }

  private static ItemFigures sum(ItemFigures earlier, ItemFigures later) {
    return new ItemFigures(
        later.itemId(),
        later.name(),
        earlier.quantity() + later.quantity(),
        earlier.revenue() + later.revenue(),
        earlier.profit() + later.profit(),
        earlier.costKnown() && later.costKnown());
  }

  private Figures figures(DayRange range) {
    List<ItemFigures> sold =
        items.values().stream()
            .filter(item -> item.quantity() != 0 || item.revenue() != 0)
            .sorted(
                Comparator.comparingLong(ItemFigures::revenue)
                    .reversed()
                    .thenComparingLong(ItemFigures::itemId))
            .toList();
    return new Figures(
        range.start(),
        range.end(),
        sold.stream().mapToLong(ItemFigures::revenue).sum(),
        sold.stream().mapToLong(ItemFigures::profit).sum(),
        sold,
        weekdays(range));
  }

  private List<WeekdayFigures> weekdays(DayRange range) {
    EnumMap<DayOfWeek, Integer> days = new EnumMap<>(DayOfWeek.class);
    range.days().map(LocalDate::getDayOfWeek).forEach(day -> days.merge(day, 1, Integer::sum));
    return days.entrySet().stream()
        .map(
            day ->
                new WeekdayFigures(
                    day.getKey(), day.getValue(), revenueByWeekday.getOrDefault(day.getKey(), 0L)))
        .toList();
  }
}
