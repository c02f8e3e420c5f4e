package com.salesync.benchmarks.demo;

import com.salesync.benchmarks.client.GatewayClient;
import com.salesync.benchmarks.client.MenuItem;
import com.salesync.benchmarks.client.Shop;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Fills the demo shop of a running stack, once, and shows how to look at it. */
public final class Demo {

  private static final String USERNAME = "demo";
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final int DAYS = 90;
  private static final int ORDERS_TODAY = 5;
  private static final Duration RETRY_FOR = Duration.ofSeconds(30);

  /** A language model may take a minute and be asked again. */
  private static final Duration ADVICE_TIMEOUT = Duration.ofMinutes(2);

  private final GatewayClient anonymous;
  private final String password;
  private final History history;
  private final Predicate<String> running;
  private final PrintStream out;

  /**
   * Prepares a run.
   *
   * @param password the demo shop's
   * @param running tells whether the stack was started with a service
   */
  public Demo(
      URI gateway, String password, History history, Predicate<String> running, PrintStream out) {
    this.anonymous = GatewayClient.at(gateway).retryingFor(RETRY_FOR);
    this.password = password;
    this.history = history;
    this.running = running;
    this.out = out;
  }

  /** Run again on the same day it sells nothing more. */
  public void run() {
    LocalDate today = LocalDate.now(SEOUL);
    Shop shop = Shop.open(anonymous, USERNAME, password);
    out.println("Completing the menu ...");
    List<MenuItem> menu = shop.menu();
    writeHistory(shop, menu, today);
    out.println("Selling to today's first guests, unless that is done ...");
    new PastOrders(menu).on(today).limit(ORDERS_TODAY).forEach(order -> sell(shop.client(), order));
    show(shop.client(), today);
    new Insight(shop.client(), running, ADVICE_TIMEOUT, out).show(today);
  }

  private void writeHistory(Shop shop, List<MenuItem> menu, LocalDate today) {
    LocalDate first = today.minusDays(DAYS);
    if (history.exists(shop.storeId(), first, today.minusDays(1))) {
      out.println("The past days are there already.");
      return;
    }
    PastOrders invented = new PastOrders(menu);
    List<PastOrder> orders = first.datesUntil(today).flatMap(invented::on).toList();
    out.printf(Locale.ROOT, "Writing %,d paid orders of %d days ...%n", orders.size(), DAYS);
    history.write(shop.storeId(), orders);
  }

  /** Through the very calls a till makes; selling the same order again changes nothing. */
  private static void sell(GatewayClient client, PastOrder order) {
    List<Map<String, Long>> carts =
        order.lines().stream()
            .map(line -> Map.of("item_id", line.item().id(), "quantity", (long) line.quantity()))
            .toList();
    String key = "demo-" + order.openedAt();
    client.postOnce(key, "/orders/", Map.of("table_no", order.tableNo(), "carts", carts));
    client.postOnce(
        key,
        "/sales/",
        Map.of(
            "table_no", order.tableNo(),
            "total_price", order.total(),
            "payment_type", order.paymentType()));
  }

  private void show(GatewayClient client, LocalDate today) {
    String period = "start=%s&end=%s".formatted(today.minusDays(DAYS), today);
    out.printf(
        """

        Demo shop   username %s   password %s

        TOKEN=%s

        """,
        USERNAME, password, client.token());
    for (String path :
        List.of("/categories/items", "/orders/daily?date=" + today, "/sales/period?" + period)) {
      out.println(client.curl(path));
    }
  }
}
