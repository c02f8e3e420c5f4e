package com.salesync.consulting.advice;

import com.salesync.consulting.figures.Figures;
import com.salesync.consulting.figures.ItemFigures;
import com.salesync.consulting.figures.WeekdayFigures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Formatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the figures say by themselves: what earns, what loses, and what to promote. */
final class OfflineReport {

  private static final int LISTED = 3;
  private static final Comparator<ItemFigures> BY_PROFIT =
      Comparator.comparingLong(ItemFigures::profit);
  private static final Comparator<ItemFigures> BY_MARGIN =
      Comparator.comparingLong(ItemFigures::margin);
  private static final Comparator<ItemFigures> BY_QUANTITY =
      Comparator.comparingLong(ItemFigures::quantity);

  private final String store;
  private final Figures figures;
  private final Phrases phrases;
  private final StringBuilder text = new StringBuilder();

  OfflineReport(String store, Figures figures, Phrases phrases) {
    this.store = store;
    this.figures = figures;
    this.phrases = phrases;
  }

  String text() {
    line(phrases.title(), store, figures.start(), figures.end());
    line(
        phrases.totals(),
        figures.revenue(),
        figures.profit(),
        margin(figures.profit(), figures.revenue()),
        figures.items().size());
    if (figures.profit() < 0) {
      line(phrases.lossWarning());
    }
    section(phrases.bestByProfit(), OfflineReport::earns, BY_PROFIT.reversed(), LISTED);
    section(phrases.bestByMargin(), OfflineReport::earns, BY_MARGIN.reversed(), LISTED);
    section(phrases.worst(), earningLeast(), BY_PROFIT, LISTED);
    section(phrases.belowCost(), ItemFigures::soldBelowCost, BY_PROFIT, 10);
    section(
        phrases.withoutCost(),
        item -> !item.costKnown(),
        Comparator.comparingLong(ItemFigures::revenue).reversed(),
        10);
    weekdays();
    promotions();
    line("");
    line(phrases.footer());
    return text.toString().strip();
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
    line("");
    line(title);
    for (ItemFigures item : items) {
      line(
          phrases.itemLine(),
          item.name(),
          item.revenue(),
          item.profit(),
          item.margin(),
          item.quantity());
    }
  }

  private void weekdays() {
    line("");
    line(phrases.weekdays());
    for (WeekdayFigures day : figures.weekdays()) {
      line(phrases.weekdayLine(), name(day), day.average());
    }
  }

  /** Three of the four kinds, whichever the figures support; the spotlight always is. */
  private void promotions() {
    line("");
    line(phrases.promotions());
    List<String> plans = new ArrayList<>();
    repricing(plans.size() + 1).ifPresent(plans::add);
    happyDay(plans.size() + 1).ifPresent(plans::add);
    bundle(plans.size() + 1).ifPresent(plans::add);
    figures.items().stream()
        .filter(item -> item.profit() > 0 && item.quantity() > 0)
        .sorted(BY_PROFIT.reversed())
        .limit(3 - Math.min(plans.size(), 3))
        .forEach(
            item ->
                plans.add(
                    format(
                        phrases.spotlight(),
                        plans.size() + 1,
                        item.name(),
                        item.profit() / item.quantity(),
                        item.profit() / 10)));
    plans.forEach(plan -> text.append(plan).append('\n'));
  }

  private Optional<String> repricing(int number) {
    Optional<ItemFigures> loser =
        figures.items().stream()
            .filter(item -> item.soldBelowCost() && item.quantity() > 0)
            .min(BY_PROFIT);
    Optional<ItemFigures> winner = earner();
    if (loser.isEmpty() || winner.isEmpty()) {
      return Optional.empty();
    }
    ItemFigures item = loser.get();
    long lossEach = Math.ceilDiv(-item.profit(), item.quantity());
    long unitCost = item.averagePrice() + lossEach;
    return Optional.of(
        format(
            phrases.reprice(),
            number,
            item.name(),
            item.averagePrice(),
            lossEach,
            Math.ceilDiv(unitCost * 11, 1000L) * 100,
            winner.get().name()));
  }

  private Optional<String> happyDay(int number) {
    Optional<WeekdayFigures> weak =
        figures.weekdays().stream().min(Comparator.comparingLong(WeekdayFigures::average));
    Optional<WeekdayFigures> strong =
        figures.weekdays().stream().max(Comparator.comparingLong(WeekdayFigures::average));
    Optional<ItemFigures> offer =
        figures.items().stream()
            .filter(item -> item.costKnown() && item.margin() > 10 && item.quantity() > 0)
            .max(BY_MARGIN);
    if (weak.isEmpty()
        || strong.isEmpty()
        || offer.isEmpty()
        || strong.get().average() <= weak.get().average()) {
      return Optional.empty();
    }
    ItemFigures item = offer.get();
    String weakDay = name(weak.get());
    return Optional.of(
        format(
            phrases.happyDay(),
            number,
            weakDay,
            weakDay,
            weak.get().average(),
            name(strong.get()),
            strong.get().average(),
            margin(weak.get().average(), strong.get().average()),
            weakDay,
            item.name(),
            item.margin(),
            item.profit() / item.quantity() - item.averagePrice() / 10));
  }

  private Optional<String> bundle(int number) {
    Optional<ItemFigures> popular =
        figures.items().stream().filter(item -> item.quantity() > 0).max(BY_QUANTITY);
    Optional<ItemFigures> partner =
        figures.items().stream()
            .filter(item -> item.costKnown() && item.margin() > 10)
            .filter(item -> popular.map(one -> one.itemId() != item.itemId()).orElse(true))
            .max(BY_MARGIN);
    if (popular.isEmpty() || partner.isEmpty()) {
      return Optional.empty();
    }
    long sets = popular.get().quantity() / 10;
    return Optional.of(
        format(
            phrases.bundle(),
            number,
            popular.get().name(),
            popular.get().quantity(),
            partner.get().name(),
            partner.get().margin(),
            sets * partner.get().averagePrice() * 9 / 10));
  }

  private Optional<ItemFigures> earner() {
    return figures.items().stream()
        .filter(item -> item.costKnown() && item.profit() > 0)
        .max(BY_PROFIT);
  }

  private String name(WeekdayFigures day) {
    return day.weekday().getDisplayName(Phrases.WEEKDAY, phrases.language());
  }

  private static long margin(long part, long whole) {
    return whole == 0 ? 0 : Math.floorDiv(part * 100, whole);
  }

  /** The patterns are one language's, so the compiler cannot hold them against the arguments. */
  @SuppressWarnings("AnnotateFormatMethod")
  private String format(String pattern, Object... arguments) {
    return new Formatter(phrases.language()).format(pattern, arguments).toString();
  }

  private void line(String pattern, Object... arguments) {
    text.append(arguments.length == 0 ? pattern : format(pattern, arguments)).append('\n');
  }
}
