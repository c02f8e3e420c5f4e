package com.salesync.e2e.torture.check;

import com.salesync.e2e.client.Outcome;
import com.salesync.e2e.torture.evidence.Evidence;
import com.salesync.e2e.torture.evidence.Finding;
import com.salesync.e2e.torture.evidence.ShopState;
import com.salesync.e2e.torture.evidence.ShopState.OrderState;
import com.salesync.e2e.torture.evidence.ShopState.SaleState;
import com.salesync.e2e.torture.history.Asked;
import com.salesync.e2e.torture.history.Attempt;
import com.salesync.e2e.torture.history.Call;
import com.salesync.e2e.torture.history.Period;
import com.salesync.e2e.torture.plan.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A history made by hand of one shop, in which a pizza (item 1) costs 1000. Each call takes a
 * second and begins when the one before has ended, unless it is put elsewhere.
 */
final class Story {

  static final int SHOP = 0;
  static final long PRICE = 1_000;
  static final String DAY_BEFORE = "2026-01-01";
  static final String DAY = "2026-01-02";
  static final String SESSION = "0.0#1";

  private final List<Call> calls = new ArrayList<>();
  private final List<Period> faults = new ArrayList<>();
  private final List<SaleState> sales = new ArrayList<>();
  private final List<OrderState> orders = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();
  private final Map<Long, Long> items = new HashMap<>();
  private final Map<String, String> consultations = new HashMap<>();
  private @Nullable Long revenue;
  private double now;
  private String session = SESSION;

  /** From here on calls begin at this second. */
  Story at(double second) {
    now = second;
    return this;
  }

  /** From here on calls are this session's. */
  Story inSession(String name) {
    session = name;
    return this;
  }

  /** With the password of this number. */
  Story logIn(int password, Reply reply) {
    return call(Kind.LOG_IN, "POST", "/stores/login", null, Map.of("password", password), reply);
  }

  Story place(int pieces, Reply reply) {
    return call(
        Kind.PLACE, "POST", "/orders/", null, Map.of("table", 1, "lines", lines(pieces)), reply);
  }

  Story change(int pieces, Reply reply) {
    return call(
        Kind.CHANGE, "PUT", "/orders/", null, Map.of("table", 1, "lines", lines(pieces)), reply);
  }

  Story changeIfSeen(int seen, int pieces, Reply reply) {
    return call(
        Kind.CHANGE,
        "PUT",
        "/orders/",
        null,
        Map.of("table", 1, "lines", lines(pieces), "seen_order", 5, "seen", lines(seen)),
        reply);
  }

  Story cancel(Reply reply) {
    return call(Kind.CANCEL, "DELETE", "/orders/1", null, Map.of("table", 1), reply);
  }

  Story pay(long total, @Nullable String key, Reply... reply) {
    return call(Kind.PAY, "POST", "/sales/", key, Map.of("table", 1, "total", total), reply);
  }

  Story look(int pieces) {
    String seen =
        pieces == 0
            ? "{\"carts\":[]}"
            : "{\"order_id\":5,\"total_price\":%d,\"carts\":[{\"item_id\":1,\"quantity\":%d}]}"
                .formatted(pieces * PRICE, pieces);
    return call(Kind.LOOK, "GET", "/orders/unpaids/1", null, Map.of("table", 1), Reply.ok(seen));
  }

  Story voidSale(long sale, Reply reply) {
    return call(Kind.VOID, "DELETE", "/sales/" + sale, null, Map.of("sale", sale), reply);
  }

  Story revenue(long said) {
    return call(
        Kind.REVENUE,
        "GET",
        "/sales/period",
        null,
        Map.of(),
        Reply.ok("{\"sales_volume\":%d}".formatted(said)));
  }

  Story settle(String day, long said) {
    return call(
        Kind.SETTLE,
        "POST",
        "/dashboard/settlements",
        null,
        Map.of("date", day),
        Reply.ok("{\"sales_volume\":%d}".formatted(said)));
  }

  Story edit(long price, Reply reply) {
    return call(
        Kind.EDIT, "PUT", "/categories/items/9", null, Map.of("item", 9L, "price", price), reply);
  }

  Story remove(Reply... reply) {
    return call(Kind.EDIT, "DELETE", "/categories/items/9", null, Map.of("item", 9L), reply);
  }

  Story readItem(long price) {
    return call(
        Kind.READ_ITEM,
        "GET",
        "/categories/items/9",
        null,
        Map.of("item", 9L),
        Reply.ok("{\"item\":{\"price\":%d}}".formatted(price)));
  }

  Story call(
      Kind kind,
      String method,
      String path,
      @Nullable String key,
      Map<String, Object> about,
      Reply... reply) {
    return call(kind, session, method, path, key, about, reply);
  }

  Story call(
      Kind kind,
      String session,
      String method,
      String path,
      @Nullable String key,
      Map<String, Object> about,
      Reply... reply) {
    List<Attempt> attempts = new ArrayList<>();
    for (Reply each : reply) {
      attempts.add(
          new Attempt(
              nanos(now), nanos(now + 1), each.outcome(), each.status(), each.answer(), ""));
      now += 1;
    }
    calls.add(
        new Call(
            calls.size() + 1, new Asked(kind, SHOP, session, method, path, key, about), attempts));
    return this;
  }

  Story fault(double from, double until) {
    faults.add(new Period("some", nanos(from), nanos(until), nanos(until), "felt"));
    return this;
  }

  Story isOpen(long id, int pieces) {
    orders.add(new OrderState(id, 1, "OPEN", pieces * PRICE, lines(pieces)));
    return this;
  }

  Story isPaid(long order, int pieces, long sale) {
    orders.add(new OrderState(order, 1, "PAID", pieces * PRICE, lines(pieces)));
    return isSold(sale, pieces * PRICE);
  }

  /** On the day before. */
  Story wasPaid(long order, int pieces, long sale) {
    orders.add(new OrderState(order, 1, "PAID", pieces * PRICE, lines(pieces)));
    sales.add(new SaleState(sale, pieces * PRICE, DAY_BEFORE, false));
    return this;
  }

  Story isVoided(long order, int pieces, long sale) {
    orders.add(new OrderState(order, 1, "VOIDED", pieces * PRICE, lines(pieces)));
    sales.add(new SaleState(sale, pieces * PRICE, DAY, true));
    return this;
  }

  Story isSold(long sale, long total) {
    sales.add(new SaleState(sale, total, DAY, false));
    return this;
  }

  Story costs(long price) {
    items.put(9L, price);
    return this;
  }

  Story isTexted(String text) {
    texts.add(text);
    return this;
  }

  Story isAdvised(String request, String status) {
    consultations.put(request, status);
    return this;
  }

  /** The dashboard says something else than the sales. */
  Story isReported(long sum) {
    revenue = sum;
    return this;
  }

  List<Finding> findings() {
    long sum = sales.stream().filter(sale -> !sale.voided()).mapToLong(SaleState::total).sum();
    long reported = revenue == null ? sum : revenue;
    Map<String, Long> daily =
        sales.stream()
            .filter(sale -> !sale.voided())
            .collect(
                Collectors.groupingBy(SaleState::day, Collectors.summingLong(SaleState::total)));
    ShopState shop =
        new ShopState(
            "Q0qmine",
            Map.of(1L, PRICE),
            items,
            List.of(),
            sales,
            orders,
            daily,
            revenue == null ? daily : Map.of(DAY, revenue),
            reported,
            texts,
            consultations);
    ShopState other =
        new ShopState(
            "Q1qother",
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Map.of(),
            0,
            List.of(),
            Map.of());
    return Checker.findings(new Evidence(calls, faults, Map.of(SHOP, shop, 1, other)));
  }

  private static Map<Long, Long> lines(int pieces) {
    return pieces == 0 ? Map.of() : Map.of(1L, (long) pieces);
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * TimeUnit.SECONDS.toNanos(1));
  }

  /** What the client was answered. */
  record Reply(Outcome outcome, int status, String answer) {

    static Reply ok(String answer) {
      return new Reply(Outcome.DONE, 200, answer);
    }

    static Reply order(long id) {
      return ok("{\"order_id\":%d}".formatted(id));
    }

    static Reply sale(long id) {
      return new Reply(Outcome.DONE, 201, "{\"id\":%d}".formatted(id));
    }

    static Reply failed() {
      return new Reply(Outcome.REFUSED, 200, "{\"result\":\"failed\"}");
    }

    static Reply refused(int status) {
      return new Reply(Outcome.REFUSED, status, "{}");
    }

    static Reply unavailable() {
      return new Reply(Outcome.UNAVAILABLE, 503, "{}");
    }

    static Reply nothing() {
      return new Reply(Outcome.UNANSWERED, 0, "");
    }
  }
}
