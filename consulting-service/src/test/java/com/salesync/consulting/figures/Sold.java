package com.salesync.consulting.figures;

import com.salesync.common.time.DayRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was sold of an item on one day.
 *
 * @param cost KRW per piece; null if it is unknown
 */
public record Sold(
    LocalDate day, long item, String name, long quantity, long revenue, @Nullable Long cost) {

  /** The figures of a range, as the dashboard serves them; each item is sold on one day. */
  public static SalesFigures figures(DayRange range, List<Sold> sold) {
    List<ItemFigures> items =
        sold.stream()
            .map(Sold::figures)
            .sorted(
                Comparator.comparingLong(ItemFigures::revenue)
                    .reversed()
                    .thenComparingLong(ItemFigures::itemId))
            .toList();
    return new SalesFigures(
        range.start(),
        range.end(),
        items.stream().mapToLong(ItemFigures::revenue).sum(),
        items.stream().mapToLong(ItemFigures::profit).sum(),
        items,
        weekdays(range, sold));
  }

  private ItemFigures figures() {
    return cost == null
        ? new ItemFigures(item, name, quantity, revenue, revenue, false)
        : new ItemFigures(item, name, quantity, revenue, revenue - cost * quantity, true);
  }

  private static List<WeekdayFigures> weekdays(DayRange range, List<Sold> sold) {
    EnumMap<DayOfWeek, WeekdayFigures> weekdays = new EnumMap<>(DayOfWeek.class);
    range
        .days()
        .forEach(
            day -> {
              long revenue =
                  sold.stream()
                      .filter(item -> item.day().equals(day))
                      .mapToLong(Sold::revenue)
                      .sum();
              weekdays.merge(
                  day.getDayOfWeek(),
                  new WeekdayFigures(day.getDayOfWeek(), 1, revenue),
                  (one, more) ->
                      new WeekdayFigures(
                          one.weekday(), one.days() + 1, one.revenue() + more.revenue()));
            });
    return List.copyOf(weekdays.values());
  }
}
