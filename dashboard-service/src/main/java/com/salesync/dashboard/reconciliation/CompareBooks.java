package com.salesync.dashboard.reconciliation;

import com.salesync.common.time.DayRange;
import com.salesync.dashboard.parallel.Concurrently;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Compares the books of many stores by one question to each of two services. */
@Component
class CompareBooks {

  private final AllBooks books;

  CompareBooks(AllBooks books) {
    this.books = books;
  }

  /**
   * What was found.
   *
   * @param differences on days on which nothing is under way that would explain them
   * @param openPayments payments and voids under way, by store
   */
  record Findings(Map<StoreDay, Difference> differences, Map<Long, Long> openPayments) {}

  Findings look(List<Long> stores, DayRange days) {
    try (Concurrently neighbours = new Concurrently()) {
      Supplier<Map<StoreDay, AllBooks.Taken>> taken =
          neighbours.ask(() -> books.taken(stores, days));
      Supplier<Map<StoreDay, AllBooks.Paid>> paid = neighbours.ask(() -> books.paid(stores, days));
      return compare(taken.get(), paid.get());
    }
  }

  private static Findings compare(
      Map<StoreDay, AllBooks.Taken> taken, Map<StoreDay, AllBooks.Paid> paid) {
    Map<StoreDay, Difference> differences = new HashMap<>();
    Map<Long, Long> openPayments = new HashMap<>();
    Set<StoreDay> days = new HashSet<>(taken.keySet());
    days.addAll(paid.keySet());
    for (StoreDay day : days) {
      AllBooks.Taken sales = taken.getOrDefault(day, AllBooks.Taken.NOTHING);
      AllBooks.Paid orders = paid.getOrDefault(day, AllBooks.Paid.NOTHING);
      Difference difference = Difference.between(sales, orders);
      if (sales.pending() > 0) {
        openPayments.merge(day.storeId(), sales.pending(), Long::sum);
      } else if (!difference.isNone()) {
        differences.put(day, difference);
      }
    }
    return new Findings(differences, openPayments);
  }
}
