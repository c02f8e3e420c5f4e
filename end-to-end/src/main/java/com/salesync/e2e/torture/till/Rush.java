package com.salesync.e2e.torture.till;

import com.salesync.e2e.torture.history.Call;
import com.salesync.e2e.torture.history.Result;
import com.salesync.e2e.torture.plan.Kind;
import com.salesync.e2e.torture.plan.Line;
import com.salesync.e2e.torture.plan.Step.How;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Many at once on one button. */
public final class Rush {

  /** Tables from here on are nobody else's. */
  private static final int FIRST_TABLE = 5_000;

  private static final int TABLES = 4_000;

  private Rush() {}

  /**
   * Orders at a table of some shop, then pays there as often, at the same moment.
   *
   * @return what was done; empty if nothing could be
   */
  public static String pay(List<OpenShop> shops, int pick, int taps) {
    if (shops.isEmpty()) {
      return "";
    }
    OpenShop shop = shops.get(pick % shops.size());
    ShopSession session = shop.session(0);
    int table = FIRST_TABLE + pick % TABLES;
    List<Line> lines = List.of(new Line(0, 1 + pick % 5));
    Call placed =
        shop.caller()
            .call(
                Request.write(
                    shop.asked(
                        Kind.PLACE,
                        session.name(),
                        "POST",
                        "/orders/",
                        OpenShop.key(),
                        Map.of("table", table, "lines", shop.pieces(lines))),
                    session.token(),
                    Map.of("table_no", table, "carts", shop.carts(lines)),
                    EnumSet.noneOf(How.class)));
    long total = shop.menu().getFirst().price() * lines.getFirst().quantity();
    if (placed.result() != Result.OK) {
      return "";
    }
    List<CompletableFuture<Call>> calls = new ArrayList<>();
    for (int i = 0; i < taps; i++) {
      CompletableFuture<Call> call = new CompletableFuture<>();
      calls.add(call);
      Thread.ofVirtual().start(() -> call.complete(pay(shop, session, table, total)));
    }
    List<Call> paid = calls.stream().map(CompletableFuture::join).toList();
    paid.stream()
        .filter(call -> call.result() == Result.OK)
        .map(call -> call.answer().path("id").asLong())
        .distinct()
        .forEach(shop.sales()::add);
    return "%d taps, %d paid"
        .formatted(taps, paid.stream().filter(call -> call.result() == Result.OK).count());
  }

  private static Call pay(OpenShop shop, ShopSession session, int table, long total) {
    return shop.caller()
        .call(
            Request.write(
                shop.asked(
                    Kind.PAY,
                    session.name(),
                    "POST",
                    "/sales/",
                    null,
                    Map.of("table", table, "total", total)),
                session.token(),
                Map.of("table_no", table, "total_price", total, "payment_type", "card"),
                EnumSet.noneOf(How.class)));
  }
}
