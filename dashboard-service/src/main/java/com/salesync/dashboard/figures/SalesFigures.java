package com.salesync.dashboard.figures;

import com.salesync.common.time.DayRange;
import com.salesync.dashboard.client.OrderServiceClient.DailyItemVolume;
import com.salesync.dashboard.figures.ProfitCalculator.Profit;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.TreeMap;

/** What a store sold in a range of business days, and what it earned by it. */
public final class SalesFigures {

  private final TreeMap<Long, ItemFigures> items = new TreeMap<>();
  private final TreeMap<LocalDate, DayFigures> days = new TreeMap<>();

  SalesFigures(DayRange range, List<DailyItemVolume> volumes, ProfitCalculator profits) {
    range.days().forEach(day -> days.put(day, new DayFigures(day, 0, 0)));
    volumes.stream()
        .sorted(Comparator.comparing(DailyItemVolume::businessDay))
        .forEach(volume -> add(volume, profits.profitOf(volume)));
  }

  private void add(DailyItemVolume volume, Profit profit) {
    items.merge(
        volume.itemId(),
        ItemFigures.none(volume.itemId()).plus(volume, profit),
        (earlier, _) -> earlier.plus(volume, profit));
    days.computeIfPresent(
        volume.businessDay(), (_, day) -> day.plus(volume.revenue(), profit.amount()));
  }

  public long revenue() {
    return items.values().stream().mapToLong(ItemFigures::revenue).sum();
  }

  public long profit() {
    return items.values().stream().mapToLong(ItemFigures::profit).sum();
  }

  /** What was sold, by item id. */
  public List<ItemFigures> items() {
    return items.values().stream().filter(item -> !item.isNothing()).toList();
  }

  /** Every day of the range, those without a sale too. */
  public List<DayFigures> days() {
    return List.copyOf(days.values());
  }

  /** Monday first, only those that the range contains. */
  public List<WeekdayFigures> weekdays() {
    EnumMap<DayOfWeek, WeekdayFigures> weekdays = new EnumMap<>(DayOfWeek.class);
    for (DayFigures day : days.values()) {
      DayOfWeek weekday = day.date().getDayOfWeek();
      weekdays.put(
          weekday, weekdays.getOrDefault(weekday, new WeekdayFigures(weekday, 0, 0)).plus(day));
    }
    return List.copyOf(weekdays.values());
  }
}
