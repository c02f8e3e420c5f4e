package com.salesync.order.tab;

import com.salesync.common.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The lines of a tab, in the order in which they joined it. */
record Lines(List<Line> all) {

  /** The most lines on a tab; with the limits of price and quantity no total can overflow. */
  static final int MOST = 1000;

  Lines {
    all = List.copyOf(all);
    if (all.size() > MOST) {
      throw Problem.badRequest("TAB_FULL", MOST);
    }
  }

  /**
   * These lines and a further order. What is already agreed at today's price grows; at another
   * price it becomes a line of its own.
   *
   * @param menu holds every item of the cart
   * @throws Problem 400 if a line grows beyond {@link Cart#MOST_OF_AN_ITEM} or the tab beyond
   *     {@link #MOST}
   */
  Lines plus(Cart cart, Map<Long, Menu.Item> menu) {
    List<Line> lines = new ArrayList<>(all);
    cart.quantities()
        .forEach(
            (itemId, quantity) -> {
              Menu.Item item = onMenu(menu, itemId);
              for (int index = 0; index < lines.size(); index++) {
                Line line = lines.get(index);
                if (line.agreedAt(item)) {
                  int sum = line.quantity() + quantity;
                  if (sum > Cart.MOST_OF_AN_ITEM) {
                    throw cart.tooManyOf(itemId);
                  }
                  lines.set(index, line.withQuantity(sum));
                  return;
                }
              }
              lines.add(Line.of(item, quantity));
            });
    return new Lines(lines);
  }

  /**
   * Exactly what the cart asks for. What is already ordered keeps its price: of an item agreed at
   * several prices the earliest are kept first and the latest takes the rest.
   *
   * @param menu holds every item of the cart that is not on these lines
   */
  Lines replacedBy(Cart cart, Map<Long, Menu.Item> menu) {
    Map<Long, Integer> wanted = new LinkedHashMap<>(cart.quantities());
    List<Line> lines = new ArrayList<>();
    for (int index = 0; index < all.size(); index++) {
      Line line = all.get(index);
      int rest = wanted.getOrDefault(line.itemId(), 0);
      int kept = isLastOfItsItem(index) ? rest : Math.min(rest, line.quantity());
      wanted.computeIfPresent(line.itemId(), (itemId, quantity) -> quantity - kept);
      if (kept > 0) {
        lines.add(line.withQuantity(kept));
      }
    }
    wanted.keySet().removeAll(itemIds());
    wanted.forEach((itemId, quantity) -> lines.add(Line.of(onMenu(menu, itemId), quantity)));
    return new Lines(lines);
  }

  private boolean isLastOfItsItem(int index) {
    long itemId = all.get(index).itemId();
    return all.subList(index + 1, all.size()).stream().noneMatch(line -> line.itemId() == itemId);
  }

  private static Menu.Item onMenu(Map<Long, Menu.Item> menu, long itemId) {
    Menu.Item item = menu.get(itemId);
    if (item == null) {
      throw new IllegalStateException("Item " + itemId + " has not been priced");
    }
    return item;
  }

  Set<Long> itemIds() {
    return all.stream().map(Line::itemId).collect(Collectors.toSet());
  }

  /** Whole won. */
  long total() {
    return all.stream().mapToLong(Line::price).reduce(0, Math::addExact);
  }
}
