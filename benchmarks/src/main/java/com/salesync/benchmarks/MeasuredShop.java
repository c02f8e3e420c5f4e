package com.salesync.benchmarks;

import com.google.gson.JsonObject;
import com.salesync.benchmarks.client.GatewayClient;
import com.salesync.benchmarks.client.MenuItem;
import com.salesync.benchmarks.client.Shop;
import com.salesync.benchmarks.client.UnexpectedAnswer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;

/** A shop of its own for a run: forty items with costs, and guests at a few tables. */
final class MeasuredShop {

  private static final String PASSWORD = "measured-twice-2026";
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final int SERVED_TABLES = 5;
  private static final int FIRST_SERVED_TABLE = 9_000;

  private final String username = "bench-" + UUID.randomUUID().toString().substring(0, 18);
  private final GatewayClient anonymous;
  private final GatewayClient client;
  private final List<MenuItem> menu;
  private final LocalDate opened = today();
  private final LongAdder paid = new LongAdder();

  MeasuredShop(GatewayClient anonymous) {
    Shop shop = Shop.signUp(anonymous, username, PASSWORD);
    this.anonymous = anonymous;
    this.client = shop.client();
    this.menu = shop.menu();
    for (int i = 0; i < SERVED_TABLES; i++) {
      order(FIRST_SERVED_TABLE + i);
    }
  }

  GatewayClient client() {
    return client;
  }

  static LocalDate today() {
    return LocalDate.now(SEOUL);
  }

  void logIn() {
    anonymous.post("/stores/login", Map.of("username", username, "password", PASSWORD));
  }

  /** A table that nobody else uses at the moment orders and pays. */
  void visit(int table) {
    long total = order(table);
    client.post("/sales/", Map.of("table_no", table, "total_price", total, "payment_type", "card"));
    paid.add(total);
  }

  /** Three lines of the menu, others for each table; their sum. */
  private long order(int table) {
    List<Map<String, Long>> carts = new ArrayList<>();
    long total = 0;
    for (int line = 0; line < 3; line++) {
      MenuItem item = menu.get((table * 3 + line) % menu.size());
      long quantity = 1L + line % 2;
      carts.add(Map.of("item_id", item.id(), "quantity", quantity));
      total += item.price() * quantity;
    }
    client.post("/orders/", Map.of("table_no", table, "carts", carts));
    return total;
  }

  /** Where the system's records differ from this shop's, which knows what it paid. */
  List<String> disagreements() {
    try {
      return reconcile();
    } catch (UnexpectedAnswer e) {
      return List.of(username + " could not read them: " + e.getMessage());
    }
  }

  private List<String> reconcile() {
    String range = "start=" + opened + "&end=" + today();
    long revenue = client.get("/sales/period?" + range).get("sales_volume").getAsLong();
    JsonObject reconciliation = client.get("/dashboard/reconciliation?" + range);
    long difference = reconciliation.get("difference").getAsLong();
    long openPayments = reconciliation.get("open_payments").getAsLong();
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
