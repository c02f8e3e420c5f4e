package com.salesync.order.order;

import static com.salesync.common.test.property.ForAll.forAll;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.problem.Problem;
import com.salesync.common.test.property.Any;
import com.salesync.order.menu.MenuItem;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whatever is ordered and changed one after another, at prices that change as well. */
class OrderChangesTest {

  private static final int ITEMS = 5;
  private static final long HIGHEST_PRICE = 1_000_000_000;

  /** What one till asks for, and what the menu says at that time. */
  private record Change(boolean isReplacement, List<Cart.Entry> entries, Map<Long, MenuItem> menu) {

    static Change from(Any any) {
      return new Change(any.chance(40), any.list(1, 12, Change::entry), menu(any));
    }

    private static Cart.Entry entry(Any any) {
      return new Cart.Entry(
          any.number(1L, ITEMS), any.chance(80) ? any.number(1, 9) : any.number(1, 999));
    }

    private static Map<Long, MenuItem> menu(Any any) {
      return LongStream.rangeClosed(1, ITEMS)
          .mapToObj(
              item ->
                  new MenuItem(
                      item, "Item", any.chance(70) ? 1_000 * item : any.number(0L, HIGHEST_PRICE)))
          .collect(Collectors.toMap(MenuItem::itemId, Function.identity()));
    }

    void applyTo(Order order) {
      Cart cart = new Cart(entries);
      if (isReplacement) {
        order.replace(cart, menu);
      } else {
        order.add(cart, menu);
      }
    }
  }

  @Test
  void leaveTheSumOfItsLinesAndWhatWasAskedFor() {
    forAll(
        10_000,
        any -> any.list(1, 20, Change::from),
        changes -> {
          Order order = OrderFixture.newOrder();
          changes.forEach(change -> check(order, change));
        });
  }

  private static void check(Order order, Change change) {
    List<OrderLine> before = order.lines().all();
    long totalBefore = order.totalPrice();
    try {
      change.applyTo(order);
    } catch (Problem refused) {
      assertThat(refused.status().value()).isEqualTo(400);
      assertThat(order.lines().all()).isEqualTo(before);
      assertThat(order.totalPrice()).isEqualTo(totalBefore);
      return;
    }
    List<OrderLine> after = order.lines().all();
    assertThat(BigInteger.valueOf(order.totalPrice())).isEqualTo(sum(after));
    assertThat(after)
        .hasSizeLessThanOrEqualTo(1000)
        .allSatisfy(line -> assertThat(line.quantity()).isBetween(1, 999));
    assertThat(quantities(after)).isEqualTo(expected(before, change));
    assertThat(pricesOf(before, change)).containsAll(prices(after));
    if (!change.isReplacement()) {
      assertThat(atTheirPlaces(before, after)).isTrue();
    }
  }

  private static BigInteger sum(List<OrderLine> lines) {
    return lines.stream()
        .map(
            line ->
                BigInteger.valueOf(line.unitPrice()).multiply(BigInteger.valueOf(line.quantity())))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static Map<Long, Integer> quantities(List<OrderLine> lines) {
    return lines.stream().collect(groupingBy(OrderLine::itemId, summingInt(OrderLine::quantity)));
  }

  private static Map<Long, Integer> expected(List<OrderLine> before, Change change) {
    Map<Long, Integer> expected =
        change.entries().stream()
            .collect(groupingBy(Cart.Entry::itemId, summingInt(Cart.Entry::quantity)));
    if (!change.isReplacement()) {
      quantities(before).forEach((item, quantity) -> expected.merge(item, quantity, Integer::sum));
    }
    return expected;
  }

  private record Price(long itemId, long amount) {}

  private static Set<Price> prices(List<OrderLine> lines) {
    return lines.stream()
        .map(line -> new Price(line.itemId(), line.unitPrice()))
        .collect(Collectors.toSet());
  }

  /** What was agreed, and today's for what is added; a replacement keeps what was agreed. */
  private static Set<Price> pricesOf(List<OrderLine> before, Change change) {
    Set<Price> prices = new HashSet<>(prices(before));
    Set<Long> agreed = quantities(before).keySet();
    change.menu().values().stream()
        .filter(item -> !change.isReplacement() || !agreed.contains(item.itemId()))
        .forEach(item -> prices.add(new Price(item.itemId(), item.price())));
    return prices;
  }

  /** A further order takes nothing away. */
  private static boolean atTheirPlaces(List<OrderLine> before, List<OrderLine> after) {
    return IntStream.range(0, before.size())
        .allMatch(
            at ->
                after.get(at).quantity() >= before.get(at).quantity()
                    && after
                        .get(at)
                        .withQuantity(before.get(at).quantity())
                        .equals(before.get(at)));
  }
}
