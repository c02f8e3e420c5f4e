package com.salesync.order.order;

import com.salesync.common.problem.Problem;
import com.salesync.order.menu.MenuItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The lines of an order, in the order in which they joined it. */
record OrderLines(List<OrderLine> all) {

  /** The most lines of an order; with the limits of price and quantity no total can overflow. */
  static final int MAX_LINES = 1000;

  OrderLines {
    all = List.copyOf(all);
    if (all.size() > MAX_LINES) {
      throw Problem.badRequest("TAB_FULL", MAX_LINES);
    }
  }

  /**
   * These lines and a further order. What is already agreed at today's price grows; at another
   * price it becomes a line of its own.
   *
   * @param menu holds every item of the cart
   * @throws Problem 400 if a line grows beyond {@link Cart#MAX_OF_AN_ITEM} or the order beyond
   *     {@link #MAX_LINES}
   */
  OrderLines plus(Cart cart, Map<Long, MenuItem> menu) {
    List<OrderLine> lines = new ArrayList<>(all);
    cart.quantities()
        .forEach(
            (itemId, quantity) -> {
              MenuItem item = onMenu(menu, itemId);
              for (int index = 0; index < lines.size(); index++) {
                OrderLine line = lines.get(index);
                if (line.isPricedAs(item)) {
                  int sum = line.quantity() + quantity;
                  if (sum > Cart.MAX_OF_AN_ITEM) {
                    throw cart.tooManyOf(itemId);
                  }
                  lines.set(index, line.withQuantity(sum));
                  return;
                }
              }
              lines.add(OrderLine.of(item, quantity));
            });
    return new OrderLines(lines);
  }

  /**
   * Exactly what the cart asks for. What is already ordered keeps its price: of an item agreed at
   * several prices the earliest are kept first and the latest takes the rest.
   *
   * @param menu holds every item of the cart that is not on these lines
   */
  OrderLines replacedBy(Cart cart, Map<Long, MenuItem> menu) {
    Map<Long, Integer> wanted = new LinkedHashMap<>(cart.quantities());
    List<OrderLine> lines = new ArrayList<>();
    for (int index = 0; index < all.size(); index++) {
      OrderLine line = all.get(index);
      int rest = wanted.getOrDefault(line.itemId(), 0);
      int kept = isLastOfItsItem(index) ? rest : Math.min(rest, line.quantity());
      wanted.computeIfPresent(line.itemId(), (itemId, quantity) -> quantity - kept);
      if (kept > 0) {
        lines.add(line.withQuantity(kept));
      }
    }
    wanted.keySet().removeAll(itemIds());
    wanted.forEach((itemId, quantity) -> lines.add(OrderLine.of(onMenu(menu, itemId), quantity)));
    return new OrderLines(lines);
  }

  private boolean isLastOfItsItem(int index) {
    long itemId = all.get(index).itemId();
    return all.subList(index + 1, all.size()).stream().noneMatch(line -> line.itemId() == itemId);
  }

  private static MenuItem onMenu(Map<Long, MenuItem> menu, long itemId) {
    MenuItem item = menu.get(itemId);
    if (item == null) {
      throw new IllegalStateException("Item " + itemId + " has not been priced");
    }
    return item;
  }

  Set<Long> itemIds() {
    return all.stream().map(OrderLine::itemId).collect(Collectors.toSet());
  }

  /** Whole won. */
  long total() {
    return all.stream().mapToLong(OrderLine::price).reduce(0, Math::addExact);
  }
}
