package com.salesync.e2e.torture.check;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What there is at a table.
 *
 * @param open the order's id, {@link #NONE}, or {@link #UNKNOWN} before any answer has named it
 * @param lines pieces by item of the open order
 * @param paid what each paid order has, by id; below zero while that is not known
 * @param lastSale that paid the last one, {@link #NONE} or {@link #UNKNOWN}
 */
record TableState(
    long open, Map<Long, Long> lines, Map<Long, Map<Long, Long>> paid, long lastSale) {

  static final long NONE = 0;
  static final long UNKNOWN = -1;

  static final TableState EMPTY = new TableState(NONE, Map.of(), Map.of(), NONE);

  TableState {
    lines = Map.copyOf(lines);
    paid = Map.copyOf(paid);
  }

  boolean isOpen() {
    return open != NONE;
  }

  /** Whether the open order can be this one. */
  boolean canBe(long id) {
    return isOpen() && (open == id || open == UNKNOWN || id == UNKNOWN) && !paid.containsKey(id);
  }

  /** The same, once an answer has named the open order. */
  private long named(long id) {
    return open == UNKNOWN ? id : open;
  }

  TableState known(long id) {
    return new TableState(named(id), lines, paid, lastSale);
  }

  TableState with(long id, Map<Long, Long> other) {
    return new TableState(isOpen() ? named(id) : id, other, paid, lastSale);
  }

  TableState and(long id, Map<Long, Long> more) {
    Map<Long, Long> sum = new TreeMap<>(lines);
    more.forEach((item, pieces) -> sum.merge(item, pieces, Long::sum));
    return with(id, sum);
  }

  TableState without() {
    return new TableState(NONE, Map.of(), paid, lastSale);
  }

  TableState paidBy(long sale) {
    Map<Long, Map<Long, Long>> more = new HashMap<>(paid);
    more.put(open == UNKNOWN ? -2L - paid.size() : open, lines);
    return new TableState(NONE, Map.of(), more, sale);
  }

  TableState lastPaidBy(long sale) {
    return new TableState(open, lines, paid, sale);
  }

  long total(Map<Long, Long> prices) {
    return lines.entrySet().stream()
        .mapToLong(line -> line.getValue() * prices.getOrDefault(line.getKey(), 0L))
        .sum();
  }
}
