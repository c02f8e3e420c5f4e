package com.salesync.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.e2e.client.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A shop's whole day of random orders, edits, cancels, payments, voids and price changes. */
class ShopDayIT {

  private static final int STEPS = 300;
  private static final int TABLES = 8;

  /** An item as an order holds it: how many, at the price agreed when it joined. */
  private record Line(int quantity, long price) {}

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final Shop shop = Shop.open();
  private final Map<Long, Long> menu = new LinkedHashMap<>();
  private final Map<Integer, Map<Long, Line>> orders = new HashMap<>();
  private final Map<Long, Long> sales = new LinkedHashMap<>();

  @Test
  void theRecordsAgreeAtTheEndOfARandomDay() {
    System.err.println("ShopDayIT seed " + seed + " (repeat with -Dseed=" + seed + ")");
    for (int i = 1; i <= 6; i++) {
      long price = 1_000L * (1 + random.nextInt(30));
      menu.put(shop.item("메뉴 " + i, price), price);
    }
    for (int step = 0; step < STEPS; step++) {
      step();
    }

    long revenue = sales.values().stream().mapToLong(Long::longValue).sum();
    assertThat(shop.revenueToday()).as("daily revenue, seed %d", seed).isEqualTo(revenue);
    assertThat(totals(shop.till.get("/sales/").body().path("sales"), "total_price"))
        .as("sum of sales, seed %d", seed)
        .isEqualTo(revenue);
    String today = Shop.today().toString();
    assertThat(shop.till.get("/sales/period?start=" + today + "&end=" + today).id("sales_volume"))
        .isEqualTo(revenue);
    JsonNode unpaids = shop.till.get("/orders/unpaids").body().path("orders");
    assertThat(unpaids).as("open orders, seed %d", seed).hasSize(orders.size());
    unpaids.forEach(
        order ->
            assertThat(order.path("total_price").asLong())
                .as("table %s, seed %d", order.path("table_no"), seed)
                .isEqualTo(total(orders.get(order.path("table_no").asInt()))));
    Invariants.assertHold(Stack.whole());
    assertReportsSay(revenue);
  }

  private void assertReportsSay(long revenue) {
    String range = "start=" + Shop.today() + "&end=" + Shop.today();
    JsonNode report = shop.till.get("/dashboard/sales?" + range).body();
    assertThat(report.path("sales_volume").asLong()).as("report, seed %d", seed).isEqualTo(revenue);
    assertThat(totals(report.path("items"), "sales_volume")).isEqualTo(revenue);
    JsonNode days = shop.till.get("/dashboard/volumes?" + range).body().path("total");
    assertThat(totals(days, "sales_volume")).as("volumes, seed %d", seed).isEqualTo(revenue);
    JsonNode balance = shop.till.get("/dashboard/reconciliation?" + range).body();
    assertThat(balance.path("difference").asLong(-1)).as("%s seed %d", balance, seed).isZero();
  }

  private void step() {
    int table = random.nextInt(TABLES);
    Map<Long, Line> order = orders.get(table);
    switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> addTo(table);
      case 4 -> replace(table);
      case 5, 6, 7 -> {
        if (order != null) {
          Answer paid = shop.pay(table, total(order));
          assertThat(paid.status()).as("%s seed %d", paid.body(), seed).isEqualTo(201);
          sales.put(paid.id("id"), total(order));
          orders.remove(table);
        } else {
          assertThat(shop.pay(table, 999).body().path("result").asString()).isEqualTo("failed");
        }
      }
      case 8 -> {
        if (random.nextBoolean()) {
          assertThat(shop.till.delete("/orders/" + table).succeeded()).isTrue();
          orders.remove(table);
        } else {
          changePrice();
        }
      }
      default -> voidASale();
    }
  }

  private void addTo(int table) {
    long item = anyItem();
    Line line = orders.getOrDefault(table, Map.of()).get(item);
    if (line != null && line.price() != menu.get(item)) {
      return;
    }
    int quantity = 1 + random.nextInt(5);
    Answer answer = shop.order(table, item, quantity, "Idempotency-Key", "k" + random.nextLong());
    assertThat(answer.status()).as("%s seed %d", answer.body(), seed).isEqualTo(200);
    orders
        .computeIfAbsent(table, none -> new HashMap<>())
        .merge(
            item,
            new Line(quantity, menu.get(item)),
            (old, added) -> new Line(old.quantity() + added.quantity(), old.price()));
  }

  private void replace(int table) {
    Map<Long, Line> before = orders.getOrDefault(table, Map.of());
    Map<Long, Line> after = new HashMap<>();
    List<Map<String, Object>> carts = new ArrayList<>();
    for (long item : menu.keySet()) {
      if (random.nextInt(3) == 0) {
        int quantity = 1 + random.nextInt(4);
        Line old = before.get(item);
        after.put(item, new Line(quantity, old == null ? menu.get(item) : old.price()));
        carts.add(Shop.line(item, quantity));
      }
    }
    Answer answer = shop.replaceOrder(table, carts);
    assertThat(answer.status()).as("%s seed %d", answer.body(), seed).isEqualTo(200);
    if (after.isEmpty()) {
      orders.remove(table);
    } else {
      orders.put(table, after);
    }
  }

  private void changePrice() {
    long item = anyItem();
    long price = 1_000L * (1 + random.nextInt(30));
    Answer answer =
        shop.till.put("/categories/items/" + item, Map.of("name", "메뉴 새 " + item, "price", price));
    assertThat(answer.status()).as("%s seed %d", answer.body(), seed).isEqualTo(200);
    menu.put(item, price);
  }

  private void voidASale() {
    if (sales.isEmpty()) {
      return;
    }
    long sale = new ArrayList<>(sales.keySet()).get(random.nextInt(sales.size()));
    assertThat(shop.till.delete("/sales/" + sale).succeeded()).isTrue();
    sales.remove(sale);
  }

  private long anyItem() {
    return new ArrayList<>(menu.keySet()).get(random.nextInt(menu.size()));
  }

  private static long total(Map<Long, Line> order) {
    return order.values().stream().mapToLong(line -> line.quantity() * line.price()).sum();
  }

  private static long totals(JsonNode list, String field) {
    long sum = 0;
    for (JsonNode entry : list) {
      sum += entry.path(field).asLong();
    }
    return sum;
  }
}
