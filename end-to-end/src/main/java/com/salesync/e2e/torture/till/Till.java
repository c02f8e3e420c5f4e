package com.salesync.e2e.torture.till;

import com.salesync.e2e.torture.history.Asked;
import com.salesync.e2e.torture.history.Call;
import com.salesync.e2e.torture.history.Result;
import com.salesync.e2e.torture.plan.Kind;
import com.salesync.e2e.torture.plan.Line;
import com.salesync.e2e.torture.plan.Step;
import com.salesync.e2e.torture.plan.Step.How;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Does what concerns the tables and the drawer. */
final class Till {

  private static final long NOTHING = 1_000;

  /** Of so many changes that insist on what was seen, one insists on what may be stale. */
  private static final int FRESH = 3;

  private final OpenShop shop;
  private final ShopSession session;

  /** For one step. */
  Till(OpenShop shop, ShopSession session) {
    this.shop = shop;
    this.session = session;
  }

  /** Whether it is a till's business. */
  boolean did(Step step) {
    switch (step.kind()) {
      case PLACE -> place(step);
      case CHANGE -> change(step);
      case CANCEL -> cancel(step);
      case PAY -> pay(step);
      case LOOK -> look(step.table());
      case VOID -> voidSale(step);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void place(Step step) {
    Map<String, Object> about = Map.of("table", step.table(), "lines", shop.pieces(step.lines()));
    call(
        Request.write(
            asked(Kind.PLACE, "POST", "/orders/", keyOf(step), about),
            token(),
            Map.of("table_no", step.table(), "carts", shop.carts(step.lines())),
            step.how()));
  }

  private void change(Step step) {
    boolean empties = step.is(How.WRONG);
    List<Line> lines = empties ? List.of() : step.lines();
    Map<String, Object> about = new HashMap<>();
    about.put("table", step.table());
    about.put("lines", shop.pieces(lines));
    String etag = step.is(How.IF_MATCH) ? seen(step, about) : "";
    Request request =
        Request.write(
            asked(Kind.CHANGE, "PUT", "/orders/", null, about),
            token(),
            Map.of("table_no", step.table(), "carts", shop.carts(lines)),
            once(step));
    call(etag.isEmpty() ? request : request.ifMatch(etag));
  }

  /**
   * The tag of what is open there, or of what somebody of the shop once saw there; puts what it
   * stands for into {@code about}.
   */
  private String seen(Step step, Map<String, Object> about) {
    Call earlier = step.pick() % FRESH == 0 ? shop.looks().get(step.table()) : null;
    Call look = earlier == null ? look(step.table()) : earlier;
    if (!showsAnOrder(look)) {
      return "";
    }
    about.put("seen_order", look.answer().path("order_id").asLong());
    about.put("seen", pieces(look.answer()));
    return look.success().orElseThrow().etag();
  }

  private void cancel(Step step) {
    call(
        Request.write(
            asked(
                Kind.CANCEL,
                "DELETE",
                "/orders/" + step.table(),
                null,
                Map.of("table", step.table())),
            token(),
            null,
            once(step)));
  }

  private void pay(Step step) {
    long owed = look(step.table()).answer().path("total_price").asLong(0);
    long total = (owed == 0 ? NOTHING : owed) + (step.is(How.WRONG) ? 1 : 0);
    Call paid =
        call(
            Request.write(
                asked(
                    Kind.PAY,
                    "POST",
                    "/sales/",
                    keyOf(step),
                    Map.of("table", step.table(), "total", total)),
                token(),
                Map.of("table_no", step.table(), "total_price", total, "payment_type", "card"),
                step.how()));
    if (paid.result() == Result.OK) {
      shop.sales().add(paid.answer().path("id").asLong());
    }
  }

  Call look(int table) {
    Call look =
        call(
            Request.read(
                asked(Kind.LOOK, "GET", "/orders/unpaids/" + table, null, Map.of("table", table)),
                token()));
    if (showsAnOrder(look)) {
      shop.looks().put(table, look);
    }
    return look;
  }

  private static boolean showsAnOrder(Call look) {
    return look.result() == Result.OK && !look.answer().path("order_id").isMissingNode();
  }

  private void voidSale(Step step) {
    List<Long> sales = shop.sales();
    if (sales.isEmpty()) {
      return;
    }
    long sale = sales.get(step.pick() % sales.size());
    call(
        Request.write(
                asked(Kind.VOID, "DELETE", "/sales/" + sale, null, Map.of("sale", sale)),
                token(),
                null,
                step.how())
            .again());
  }

  /** Pieces by item id, as an order shows them. */
  static Map<Long, Long> pieces(JsonNode order) {
    Map<Long, Long> pieces = new TreeMap<>();
    for (JsonNode line : order.path("carts")) {
      pieces.merge(line.path("item_id").asLong(), line.path("quantity").asLong(), Long::sum);
    }
    return pieces;
  }

  /** What would do more if it were sent twice. */
  private static Set<How> once(Step step) {
    Set<How> how = new HashSet<>(step.how());
    how.remove(How.TWICE);
    return how;
  }

  private static @Nullable String keyOf(Step step) {
    return step.is(How.KEYED) ? OpenShop.key() : null;
  }

  private Asked asked(
      Kind kind, String method, String path, @Nullable String key, Map<String, Object> about) {
    return shop.asked(kind, session.name(), method, path, key, about);
  }

  private String token() {
    return session.token();
  }

  private Call call(Request request) {
    return shop.caller().call(request);
  }
}
