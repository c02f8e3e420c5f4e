package com.salesync.benchmarks.demo;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a range of days brought, item by item, as {@code GET /bff/sales} tells it. */
record SalesReport(long revenue, List<Item> items) {

  /** One item's share. */
  record Item(String name, long quantity, long profit) {

    private static Item read(JsonElement element) {
      JsonObject item = element.getAsJsonObject();
      return new Item(
          item.get("name").getAsString(),
          item.get("quantity").getAsLong(),
          item.get("profit").getAsLong());
    }
  }

  private static final Comparator<Item> BY_PROFIT = Comparator.comparingLong(Item::profit);

  static SalesReport read(JsonObject body) {
    return new SalesReport(
        body.get("sales_volume").getAsLong(),
        StreamSupport.stream(body.getAsJsonArray("items").spliterator(), false)
            .map(Item::read)
            .toList());
  }

  long profit() {
    return items.stream().mapToLong(Item::profit).sum();
  }

  /** What earns most, the best first. */
  List<Item> best(int count) {
    return items.stream().sorted(BY_PROFIT.reversed()).limit(count).toList();
  }

  /** What earns least, the worst first; of few items none is both among these and the best. */
  List<Item> worst(int count) {
    return items.stream()
        .sorted(BY_PROFIT)
        .limit(Math.clamp(items.size() - count, 0, count))
        .toList();
  }
}
