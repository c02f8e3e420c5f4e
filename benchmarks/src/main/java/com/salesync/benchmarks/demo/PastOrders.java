package com.salesync.benchmarks.demo;

import com.salesync.benchmarks.client.MenuItem;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Invents days in a pizzeria: busier towards the weekend, with favourites and shelf-warmers. The
 * same day and menu give the same orders every time.
 */
final class PastOrders {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final LocalTime OPENING = LocalTime.of(11, 0);
  private static final int MINUTES_OPEN = 10 * 60;
  private static final int TABLES = 20;

  private final List<MenuItem> menu;

  PastOrders(List<MenuItem> menu) {
    this.menu = List.copyOf(menu);
  }

  /** In the order in which they were opened. */
  Stream<PastOrder> on(LocalDate day) {
    Random random = new Random(day.toEpochDay());
    return random
        .ints(ordersOn(day, random), 0, MINUTES_OPEN)
        .sorted()
        .mapToObj(minute -> order(day, minute, random));
  }

  private static int ordersOn(LocalDate day, Random random) {
    int usual =
        switch (day.getDayOfWeek()) {
          case MONDAY, TUESDAY -> 22;
          case WEDNESDAY, THURSDAY -> 28;
          case FRIDAY -> 42;
          case SATURDAY -> 50;
          case SUNDAY -> 38;
        };
    return usual + random.nextInt(8);
  }

  private PastOrder order(LocalDate day, int minute, Random random) {
    Instant opened =
        day.atTime(OPENING)
            .atZone(SEOUL)
            .plusMinutes(minute)
            .plusSeconds(random.nextInt(60))
            .toInstant();
    return new PastOrder(
        day,
        opened,
        opened.plusSeconds(900 + random.nextInt(3600)),
        random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(TABLES),
        random.nextInt(5) == 0 ? "cash" : "card",
        lines(random, day.getDayOfWeek()));
  }

  private List<PastOrder.Line> lines(Random random, DayOfWeek weekday) {
    int wanted = 1 + random.nextInt(weekday == DayOfWeek.SATURDAY ? 5 : 4);
    List<PastOrder.Line> lines = new ArrayList<>();
    while (lines.size() < wanted) {
      MenuItem item = favourite(random);
      if (lines.stream().noneMatch(line -> line.item().equals(item))) {
        lines.add(new PastOrder.Line(item, random.nextInt(4) == 0 ? 2 : 1));
      }
    }
    return lines;
  }

  /** Items at the beginning of the menu sell more often than those at its end. */
  private MenuItem favourite(Random random) {
    double skewed = random.nextDouble() * (0.4 + 0.6 * random.nextDouble());
    return menu.get((int) (skewed * menu.size()));
  }
}
