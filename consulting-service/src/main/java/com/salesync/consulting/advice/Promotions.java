package com.salesync.consulting.advice;

import static java.util.Comparator.comparingLong;

import com.salesync.consulting.figures.ItemFigures;
import com.salesync.consulting.figures.SalesFigures;
import com.salesync.consulting.figures.WeekdayFigures;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Three plans of different kinds, each with the figures that support it. Discounts are only for
 * what earns enough to bear them; of an item whose cost is unknown it is said which cost would.
 */
final class Promotions {

  private static final int WANTED = 3;

  /** Percent; an item of less takes no discount. */
  private static final long BEARS_A_DISCOUNT = 20;

  private final SalesFigures figures;
  private final Phrases phrases;
  private final List<ItemFigures> sold;

  Promotions(SalesFigures figures, Phrases phrases) {
    this.figures = figures;
    this.phrases = phrases;
    this.sold =
        figures.items().stream().filter(item -> item.quantity() > 0 && item.revenue() > 0).toList();
  }

  /** The three that promise most; none only where nothing was sold at a price. */
  List<String> best() {
    return Stream.<Supplier<Optional<String>>>of(
            this::reprice,
            this::quietDay,
            this::set,
            this::spotlight,
            this::secondPiece,
            this::stampCard,
            this::priceReview,
            this::cheaper,
            this::extra,
            this::spotlightWithoutCost,
            this::secondPieceWithoutCost,
            this::stampCardWithoutCost)
        .map(Supplier::get)
        .flatMap(Optional::stream)
        .limit(WANTED)
        .toList();
  }

  private Optional<String> reprice() {
    return least(ItemFigures::soldBelowCost)
        .map(
            item -> {
              long price = roundedUp((item.averagePrice() - profitEach(item)) * 11 / 10);
              return phrases.say(
                  "reprice",
                  item.name(),
                  item.averagePrice(),
                  -profitEach(item),
                  price,
                  item.quantity(),
                  (price - item.averagePrice()) * item.quantity());
            });
  }

  /** A weekday without any sale is taken for the day off. */
  private Optional<String> quietDay() {
    List<WeekdayFigures> open =
        figures.weekdays().stream()
            .filter(day -> day.average() > 0)
            .sorted(comparingLong(WeekdayFigures::average))
            .toList();
    if (open.isEmpty() || open.getFirst().average() == open.getLast().average()) {
      return Optional.empty();
    }
    WeekdayFigures quiet = open.getFirst();
    WeekdayFigures busy = open.getLast();
    String day = phrases.name(quiet.weekday());
    return best(Promotions::bearsADiscount, ItemFigures::margin)
        .map(
            item ->
                phrases.say(
                    "quiet.day",
                    day,
                    day,
                    quiet.average(),
                    phrases.name(busy.weekday()),
                    busy.average(),
                    quiet.average() * 100 / busy.average(),
                    day,
                    item.name(),
                    item.margin(),
                    profitEach(item) - item.averagePrice() / 10));
  }

  private Optional<String> set() {
    return best(item -> true, ItemFigures::quantity)
        .flatMap(
            popular ->
                best(
                        item -> bearsADiscount(item) && item.itemId() != popular.itemId(),
                        ItemFigures::margin)
                    .map(partner -> set(popular, partner)));
  }

  private String set(ItemFigures popular, ItemFigures partner) {
    long sets = Math.max(1, popular.quantity() / 10);
    long off = partner.averagePrice() / 10;
    return phrases.say(
        "set",
        popular.name(),
        popular.quantity(),
        partner.name(),
        partner.margin(),
        popular.averagePrice() + partner.averagePrice() - off,
        sets,
        sets * (profitEach(partner) - off));
  }

  private Optional<String> spotlight() {
    return best(item -> item.costKnown() && profitEach(item) > 0, ItemFigures::profit)
        .map(
            item -> phrases.say("spotlight", item.name(), profitEach(item), 30 * profitEach(item)));
  }

  private Optional<String> secondPiece() {
    return best(Promotions::bearsADiscount, ItemFigures::quantity)
        .map(
            item -> {
              long off = item.averagePrice() / 10;
              return phrases.say(
                  "second",
                  item.name(),
                  2 * item.averagePrice() - off,
                  2 * profitEach(item) - off,
                  profitEach(item) - off);
            });
  }

  private Optional<String> stampCard() {
    return best(Promotions::bearsADiscount, ItemFigures::quantity)
        .map(
            item ->
                phrases.say(
                    "stamps",
                    item.name(),
                    10 * item.averagePrice(),
                    11 * profitEach(item) - item.averagePrice()));
  }

  private Optional<String> priceReview() {
    return least(item -> item.costKnown() && item.profit() >= 0 && !bearsADiscount(item))
        .map(
            item -> {
              long price = roundedUp(item.averagePrice() * 21 / 20);
              return phrases.say(
                  "price.review",
                  item.name(),
                  item.margin(),
                  item.averagePrice(),
                  price,
                  item.quantity(),
                  (price - item.averagePrice()) * item.quantity());
            });
  }

  private Optional<String> cheaper() {
    return best(item -> item.costKnown() && cost(item) > 0, Promotions::cost)
        .map(
            item ->
                phrases.say("cheaper", item.name(), item.quantity(), cost(item), cost(item) / 20));
  }

  private Optional<String> extra() {
    return least(item -> item.costKnown() && profitEach(item) <= 0)
        .map(
            item -> {
              long each = roundedUp(Math.max(1, -profitEach(item)));
              long pieces = Math.ceilDiv(item.quantity(), 2);
              return phrases.say("extra", item.name(), each, pieces, each * pieces);
            });
  }

  private Optional<String> spotlightWithoutCost() {
    long revenue = sold.stream().mapToLong(ItemFigures::revenue).sum();
    return withoutCost()
        .map(
            item ->
                phrases.say(
                    "spotlight.without.cost",
                    item.name(),
                    item.revenue() * 100 / revenue,
                    30 * item.averagePrice()));
  }

  private Optional<String> secondPieceWithoutCost() {
    return withoutCost()
        .map(
            item -> {
              long two = 2 * item.averagePrice() - item.averagePrice() / 10;
              return phrases.say("second.without.cost", item.name(), two, two / 2);
            });
  }

  private Optional<String> stampCardWithoutCost() {
    return withoutCost()
        .map(
            item ->
                phrases.say(
                    "stamps.without.cost",
                    item.name(),
                    10 * item.averagePrice(),
                    10 * item.averagePrice() / 11));
  }

  private Optional<ItemFigures> withoutCost() {
    return best(item -> !item.costKnown(), ItemFigures::revenue);
  }

  private Optional<ItemFigures> best(Predicate<ItemFigures> which, ToLongFunction<ItemFigures> by) {
    return sold.stream().filter(which).max(comparingLong(by));
  }

  private Optional<ItemFigures> least(Predicate<ItemFigures> which) {
    return sold.stream().filter(which).min(comparingLong(ItemFigures::profit));
  }

  private static boolean bearsADiscount(ItemFigures item) {
    return item.costKnown() && item.margin() >= BEARS_A_DISCOUNT;
  }

  private static long profitEach(ItemFigures item) {
    return Math.floorDiv(item.profit(), item.quantity());
  }

  private static long cost(ItemFigures item) {
    return item.revenue() - item.profit();
  }

  /** To the next KRW 100, as prices are. */
  private static long roundedUp(long amount) {
    return Math.ceilDiv(amount, 100L) * 100;
  }
}
