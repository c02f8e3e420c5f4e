package com.salesync.consulting.advice;

import com.salesync.consulting.figures.ItemFigures;
import com.salesync.consulting.figures.SalesFigures;
import com.salesync.consulting.figures.WeekdayFigures;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** What the figures say by themselves: what earns, what loses, and what to promote. */
final class OfflineReport {

  private static final int LISTED = 3;
  private static final Comparator<ItemFigures> BY_PROFIT =
      Comparator.comparingLong(ItemFigures::profit);
  private static final Comparator<ItemFigures> BY_MARGIN =
      Comparator.comparingLong(ItemFigures::margin);

  private final String store;
  private final SalesFigures figures;
  private final Phrases phrases;
  private final StringBuilder text = new StringBuilder();

  OfflineReport(String store, SalesFigures figures, Phrases phrases) {
    this.store = store;
    this.figures = figures;
    this.phrases = phrases;
  }

  String text() {
    line("title", store, figures.start(), figures.end());
    List<String> plans = new Promotions(figures, phrases).best();
    if (plans.isEmpty()) {
      nothingSold();
    } else {
      sales(plans);
    }
    text.append('\n');
    line("footer");
    return text.toString().strip();
  }

  private void nothingSold() {
    line("nothing.sold");
    line("nothing.sold.range");
    line("nothing.sold.menu");
    line("nothing.sold.weeks");
  }

  private void sales(List<String> plans) {
    line(
        "totals",
        figures.revenue(),
        figures.profit(),
        margin(figures.profit(), figures.revenue()),
        figures.items().size());
    if (figures.profit() < 0) {
      line("loss");
    }
    section("best.by.profit", OfflineReport::earns, BY_PROFIT.reversed(), LISTED);
    section("best.by.margin", OfflineReport::earns, BY_MARGIN.reversed(), LISTED);
    section("worst", earningLeast(), BY_PROFIT, LISTED);
    section("below.cost", ItemFigures::soldBelowCost, BY_PROFIT, 10);
    section(
        "without.cost",
        item -> !item.costKnown(),
        Comparator.comparingLong(ItemFigures::revenue).reversed(),
        10);
    weekdays();
    promotions(plans);
  }

  private static boolean earns(ItemFigures item) {
    return item.costKnown() && item.profit() > 0;
  }

  /** Of a short menu nothing is both among the best and among the worst. */
  private Predicate<ItemFigures> earningLeast() {
    List<ItemFigures> best =
        figures.items().stream()
            .filter(OfflineReport::earns)
            .sorted(BY_PROFIT.reversed())
            .limit(LISTED)
            .toList();
    return item -> item.costKnown() && !best.contains(item);
  }

  private void section(
      String title, Predicate<ItemFigures> which, Comparator<ItemFigures> order, int limit) {
    List<ItemFigures> items =
        figures.items().stream().filter(which).sorted(order).limit(limit).toList();
    if (items.isEmpty()) {
      return;
    }
    text.append('\n');
    line(title);
    for (ItemFigures item : items) {
      line("item", item.name(), item.revenue(), item.profit(), item.margin(), item.quantity());
    }
  }

  private void weekdays() {
    text.append('\n');
    line("weekdays");
    for (WeekdayFigures day : figures.weekdays()) {
      line("weekday", phrases.name(day.weekday()), day.average());
    }
  }

  private void promotions(List<String> plans) {
    text.append('\n');
    line("promotions");
    for (int i = 0; i < plans.size(); i++) {
      line("promotion", i + 1, plans.get(i));
    }
  }

  private static long margin(long part, long whole) {
    return whole == 0 ? 0 : Math.floorDiv(part * 100, whole);
  }

  private void line(String key, Object... figures) {
    text.append(phrases.say(key, figures)).append('\n');
  }
}
