package com.salesync.order.order;

import com.salesync.common.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a request asks for, in the order it asked.
 *
 * @param entries may name an item more than once: its quantities add up
 */
public record Cart(List<Entry> entries) {

  /** The most of one item on a line. */
  static final int MAX_OF_AN_ITEM = 999;

  /** How many of one item. */
  public record Entry(long itemId, int quantity) {}

  /**
   * Adds up what is asked for.
   *
   * @throws Problem 400 if one item adds up to more than {@link #MAX_OF_AN_ITEM}
   */
  public Cart {
    entries = List.copyOf(entries);
    Map<Long, Integer> sums = new LinkedHashMap<>();
    for (int index = 0; index < entries.size(); index++) {
      Entry entry = entries.get(index);
      if (sums.merge(entry.itemId(), entry.quantity(), Math::addExact) > MAX_OF_AN_ITEM) {
        throw tooMany(index);
      }
    }
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  public Set<Long> itemIds() {
    return quantities().keySet();
  }

  /** Quantity by item, in the order of first mention. */
  Map<Long, Integer> quantities() {
    return entries.stream()
        .collect(
            Collectors.toMap(Entry::itemId, Entry::quantity, Integer::sum, LinkedHashMap::new));
  }

  /** 400 naming every entry whose item is not among these. */
  public Problem unknownItems(Set<Long> known) {
    List<Long> unknown = itemIds().stream().filter(id -> !known.contains(id)).toList();
    String named = unknown.stream().map(String::valueOf).collect(Collectors.joining(", "));
    Problem problem = Problem.badRequest("ITEM_NOT_FOUND", named).with("item_ids", unknown);
    for (int index = 0; index < entries.size(); index++) {
      if (unknown.contains(entries.get(index).itemId())) {
        problem.field("carts[" + index + "].item_id", "item_not_found");
      }
    }
    return problem;
  }

  Problem tooManyOf(long itemId) {
    return tooMany(List.copyOf(itemIds()).indexOf(itemId));
  }

  private static Problem tooMany(int index) {
    return Problem.badRequest("QUANTITY_TOO_LARGE", MAX_OF_AN_ITEM)
        .field("carts[" + index + "].quantity", "quantity_too_large");
  }
}
