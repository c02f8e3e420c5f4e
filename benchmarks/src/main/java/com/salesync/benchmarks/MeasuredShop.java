package com.salesync.benchmarks;

import com.google.gson.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;

/** A shop of its own for a run: forty items with costs, and guests at a few tables. */
final class Shop {

  private static final String PASSWORD = "measured-twice-2026";
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final int CATEGORIES = 5;
  private static final int ITEMS_PER_CATEGORY = 8;
  private static final int SERVED_TABLES = 5;
  private static final int FIRST_SERVED_TABLE = 9_000;

  private record Item(long id, long price) {}

  private final String username;
  private final Till till;
  private final Till anybody;
  private final LocalDate opened = today();
  private final List<Item> menu = new ArrayList<>();
  private final LongAdder paid = new LongAdder();

  private Shop(String username, Till till, Till anybody) {
    this.username = username;
    this.till = till;
    this.anybody = anybody;
  }

  static Shop open(Till anybody) {
    String username = "bench-" + UUID.randomUUID().toString().substring(0, 18);
    JsonObject answer =
        anybody.post(
            "/stores/",
            Map.of(
                "username", username,
                "password", PASSWORD,
                "owner_name", "김사장",
                "phone", "010-1234-5678",
                "store_name", "측정 피자",
                "address", "서울시 중구 세종대로 110",
                "store_type", "restaurant"));
    String token = answer.getAsJsonObject("token").get("access_token").getAsString();
    Shop shop = new Shop(username, anybody.with(token), anybody);
    shop.writeMenu();
    for (int i = 0; i < SERVED_TABLES; i++) {
      shop.order(FIRST_SERVED_TABLE + i);
    }
    return shop;
  }

  private void writeMenu() {
    List<Map<String, Long>> costs = new ArrayList<>();
    for (int c = 1; c <= CATEGORIES; c++) {
      long category = id(till.post("/categories/", Map.of("name", "분류 " + c)));
      for (int i = 1; i <= ITEMS_PER_CATEGORY; i++) {
        long price = 1_000L * (c + i);
        Map<String, ?> item = Map.of("name", "메뉴 " + c + "-" + i, "price", price);
        long id = id(till.post("/categories/" + category + "/items", item));
        menu.add(new Item(id, price));
        costs.add(Map.of("item_id", id, "cost", price / 3));
      }
    }
    till.post("/categories/items/costs", Map.of("items", costs));
  }

  private static long id(JsonObject answer) {
    return answer.get("id").getAsLong();
  }

  Till till() {
    return till;
  }

  static LocalDate today() {
    return LocalDate.now(SEOUL);
  }

  void logIn() {
    anybody.post("/stores/login", Map.of("username", username, "password", PASSWORD));
  }

  /** A table that nobody else uses at the moment orders and pays. */
  void visit(int table) {
    long total = order(table);
    till.post("/sales/", Map.of("table_no", table, "total_price", total, "payment_type", "card"));
    paid.add(total);
  }

  /** Three lines of the menu, others for each table; their sum. */
  private long order(int table) {
    List<Map<String, Long>> carts = new ArrayList<>();
    long total = 0;
    for (int line = 0; line < 3; line++) {
      Item item = menu.get((table * 3 + line) % menu.size());
      long quantity = 1L + line % 2;
      carts.add(Map.of("item_id", item.id(), "quantity", quantity));
      total += item.price() * quantity;
    }
    till.post("/orders/", Map.of("table_no", table, "carts", carts));
    return total;
  }

  /**
   * What the books say otherwise than this shop, which knows what it paid; nothing if they agree.
   */
  List<String> disagreements() {
    try {
      return compareBooks();
    } catch (UnexpectedAnswer e) {
      return List.of(username + " could not read them: " + e.getMessage());
    }
  }

  private List<String> compareBooks() {
    String range = "start=" + opened + "&end=" + today();
    long revenue = till.get("/sales/period?" + range).get("sales_volume").getAsLong();
    JsonObject books = till.get("/dashboard/reconciliation?" + range);
    long difference = books.get("difference").getAsLong();
    long openPayments = books.get("open_payments").getAsLong();
    List<String> found = new ArrayList<>();
    if (revenue != paid.sum()) {
      found.add("%s paid %d won, its revenue is %d".formatted(username, paid.sum(), revenue));
    }
    if (difference != 0 || openPayments != 0) {
      found.add(
          "%s: sales and orders differ by %d won, %d payments are open"
              .formatted(username, difference, openPayments));
    }
    return found;
  }
}
