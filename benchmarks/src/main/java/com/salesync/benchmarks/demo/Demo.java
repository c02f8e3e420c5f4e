package com.salesync.localstack.demo;

import com.salesync.localstack.RunningStack;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Fills the demo shop of a running stack, once, and shows how to look at it. */
public final class Demo {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final int DAYS = 90;
  private static final int ORDERS_TODAY = 5;

  /** A language model may take a minute and be asked again. */
  private static final Duration ADVICE_PATIENCE = Duration.ofMinutes(2);

  private final RunningStack stack;
  private final PrintStream out;

  public Demo(RunningStack stack, PrintStream out) {
    this.stack = stack;
    this.out = out;
  }

  public void run() {
    LocalDate today = LocalDate.now(SEOUL);
    Till anonymous = new Till(stack.url(), "");
    DemoShop shop = Till.patiently(() -> DemoShop.open(anonymous, stack.demoPassword()));
    out.println("Completing the menu ...");
    List<MenuItem> menu = Till.patiently(shop::menu);
    writeHistory(shop, menu, today);
    out.println("Selling to today's first guests, unless that is done ...");
    new PastOrders(menu).of(today).limit(ORDERS_TODAY).forEach(order -> sell(shop.till(), order));
    show(shop, today);
    new Insight(shop.till(), stack::has, ADVICE_PATIENCE, out).show(today);
  }

  private void writeHistory(DemoShop shop, List<MenuItem> menu, LocalDate today) {
    History history = new History(stack.superuser());
    LocalDate first = today.minusDays(DAYS);
    LocalDate last = today.minusDays(1);
    if (history.exists(shop.storeId(), first, last)) {
      out.println("The past days are there already.");
      return;
    }
    PastOrders invented = new PastOrders(menu);
    List<PastOrder> orders = first.datesUntil(today).flatMap(invented::of).toList();
    out.printf(Locale.ROOT, "Writing %,d paid orders of %d days ...%n", orders.size(), DAYS);
    history.write(shop.storeId(), orders);
  }

  /** Through the very calls a till makes; selling the same order again changes nothing. */
  private static void sell(Till till, PastOrder order) {
    List<Map<String, Long>> carts =
        order.lines().stream()
            .map(line -> Map.of("item_id", line.item().id(), "quantity", (long) line.quantity()))
            .toList();
    String key = "demo-" + order.openedAt();
    Map<String, ?> tab = Map.of("table_no", order.tableNo(), "carts", carts);
    Map<String, ?> payment =
        Map.of(
            "table_no", order.tableNo(),
            "total_price", order.total(),
            "payment_type", order.paymentType());
    Till.patiently(() -> till.postOnce(key, "/orders/", tab));
    Till.patiently(() -> till.postOnce(key, "/sales/", payment));
  }

  private void show(DemoShop shop, LocalDate today) {
    String period = "start=%s&end=%s".formatted(today.minusDays(DAYS), today);
    out.printf(
        """

        Demo shop   username %s   password %s

        TOKEN=%s

        """,
        DemoShop.USERNAME, stack.demoPassword(), shop.till().token());
    for (String path :
        List.of("/categories/items", "/orders/daily?date=" + today, "/sales/period?" + period)) {
      out.println(shop.till().curl(path));
    }
  }
}
