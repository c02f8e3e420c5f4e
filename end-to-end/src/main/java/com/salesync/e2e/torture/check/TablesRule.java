package com.salesync.e2e.torture.check;

import static com.salesync.e2e.torture.check.TableState.NONE;
import static com.salesync.e2e.torture.check.TableState.UNKNOWN;

import com.salesync.e2e.torture.evidence.Evidence;
import com.salesync.e2e.torture.evidence.Finding;
import com.salesync.e2e.torture.evidence.ShopState;
import com.salesync.e2e.torture.evidence.ShopState.OrderState;
import com.salesync.e2e.torture.history.Asked;
import com.salesync.e2e.torture.history.Call;
import com.salesync.e2e.torture.history.Result;
import com.salesync.e2e.torture.search.Operation;
import com.salesync.e2e.torture.search.Search;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What was answered about each table, and what is there in the end, is explained by some order of
 * the accepted requests; each refusal was right at some moment while it was asked.
 */
final class TablesRule implements Rule {

  private static final String NAME = "tables";

  @Override
  public List<Finding> findings(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    evidence
        .shops()
        .forEach(
            (number, shop) ->
                evidence.calls().stream()
                    .filter(call -> call.asked().shop() == number && call.asked().has("table"))
                    .collect(Collectors.groupingBy(call -> call.asked().number("table")))
                    .forEach(
                        (table, calls) ->
                            unexplained(shop, table, calls)
                                .ifPresent(
                                    what ->
                                        findings.add(
                                            new Finding(
                                                NAME,
                                                "shop %d, table %d: %s"
                                                    .formatted(number, table, what))))));
    return findings;
  }

  private static Optional<String> unexplained(ShopState shop, long table, List<Call> calls) {
    List<Operation<TableState>> operations = new ArrayList<>();
    for (Call call : calls) {
      operation(shop, call).ifPresent(operations::add);
    }
    operations.add(end(shop, table));
    try {
      return Search.unexplained(TableState.EMPTY, operations);
    } catch (Search.Undecided e) {
      return Optional.of("too many things at once to tell, %d calls".formatted(calls.size()));
    }
  }

  private static Optional<Operation<TableState>> operation(ShopState shop, Call call) {
    boolean unknown = call.result() == Result.UNKNOWN;
    Optional<Function<TableState, List<TableState>>> apply =
        switch (call.asked().kind()) {
          case PLACE -> unless(isRefused(call), state -> place(call, state));
          case CHANGE -> change(call);
          case CANCEL -> unless(isRefused(call), state -> cancel(call, state));
          case PAY -> pay(shop, call);
          case LOOK -> unless(call.result() != Result.OK, state -> look(shop, call, state));
          default -> Optional.empty();
        };
    return apply.map(
        each ->
            new Operation<>(
                Evidence.describe(call) + " " + brief(call.answer()),
                call.began(),
                call.ended(),
                unknown,
                each));
  }

  private static <T> Optional<T> unless(boolean condition, T value) {
    return condition ? Optional.empty() : Optional.of(value);
  }

  private static boolean isRefused(Call call) {
    return call.result() == Result.REFUSED;
  }

  private static List<TableState> place(Call call, TableState state) {
    long id = call.answer().path("order_id").asLong(UNKNOWN);
    Map<Long, Long> lines = call.asked().lines("lines");
    return state.isOpen() && !state.canBe(id) ? List.of() : List.of(state.and(id, lines));
  }

  private static Optional<Function<TableState, List<TableState>>> change(Call call) {
    Map<Long, Long> lines = call.asked().lines("lines");
    if (isRefused(call)) {
      boolean nothingThere =
          lines.isEmpty() && call.refusal().map(refusal -> refusal.status() == 200).orElse(false);
      return unless(!nothingThere, state -> state.isOpen() ? List.of() : List.of(state));
    }
    return Optional.of(state -> change(call, lines, state));
  }

  private static List<TableState> change(Call call, Map<Long, Long> lines, TableState state) {
    Asked asked = call.asked();
    if (asked.has("seen_order")
        && !(state.canBe(asked.number("seen_order"))
            && state.lines().equals(asked.lines("seen")))) {
      return List.of();
    }
    long id = call.answer().path("order_id").asLong(UNKNOWN);
    if (lines.isEmpty()) {
      return state.isOpen() ? List.of(state.without()) : List.of();
    }
    return state.isOpen() && !state.canBe(id) ? List.of() : List.of(state.with(id, lines));
  }

  private static List<TableState> cancel(Call call, TableState state) {
    if (call.result() == Result.UNKNOWN) {
      return List.of(state.without());
    }
    JsonNode orders = call.answer().path("orders");
    if (orders.isEmpty()) {
      return state.isOpen() ? List.of() : List.of(state);
    }
    return state.canBe(orders.get(0).asLong()) ? List.of(state.without()) : List.of();
  }

  private static Optional<Function<TableState, List<TableState>>> pay(ShopState shop, Call call) {
    long total = call.asked().number("total");
    if (isRefused(call)) {
      return refusedPayment(shop, call);
    }
    long sale = call.answer().path("id").asLong(UNKNOWN);
    return Optional.of(
        state -> {
          if (state.isOpen()) {
            return state.total(shop.prices()) == total ? List.of(state.paidBy(sale)) : List.of();
          }
          boolean repeats =
              call.asked().key() == null
                  && (state.lastSale() == sale || state.lastSale() == UNKNOWN);
          return repeats ? List.of(state.lastPaidBy(sale)) : List.of();
        });
  }

  private static Optional<Function<TableState, List<TableState>>> refusedPayment(
      ShopState shop, Call call) {
    int status = call.refusal().map(refusal -> refusal.status()).orElse(0);
    if (status == 200) {
      return Optional.of(state -> state.isOpen() ? List.of() : List.of(state));
    }
    long owed = call.answer().path("total_price").asLong(NONE);
    return unless(
        status != 409 || owed == NONE,
        state ->
            state.isOpen()
                    && state.total(shop.prices()) == owed
                    && owed != call.asked().number("total")
                ? List.of(state)
                : List.of());
  }

  private static List<TableState> look(ShopState shop, Call call, TableState state) {
    JsonNode seen = call.answer();
    if (seen.path("carts").isEmpty()) {
      return state.isOpen() ? List.of() : List.of(state);
    }
    long id = seen.path("order_id").asLong();
    boolean same =
        state.canBe(id)
            && state.lines().equals(pieces(seen))
            && state.total(shop.prices()) == seen.path("total_price").asLong();
    return same ? List.of(state.known(id)) : List.of();
  }

  /** What the lists say once all is quiet. */
  private static Operation<TableState> end(ShopState shop, long table) {
    List<OrderState> orders =
        shop.orders().stream().filter(order -> order.table() == table).toList();
    return new Operation<>(
        "in the end: " + orders,
        Call.NEVER - 1,
        Call.NEVER,
        false,
        state -> isThere(state, orders) ? List.of(state) : List.of());
  }

  private static boolean isThere(TableState state, List<OrderState> orders) {
    Map<Long, Map<Long, Long>> closed = new HashMap<>();
    Map<Long, Map<Long, Long>> open = new HashMap<>();
    for (OrderState order : orders) {
      (order.status().equals("OPEN") ? open : closed).put(order.id(), order.lines());
    }
    boolean openIsThere =
        state.isOpen()
            ? open.size() == 1
                && state.canBe(open.keySet().iterator().next())
                && open.containsValue(state.lines())
            : open.isEmpty();
    return openIsThere && arePaid(state.paid(), closed);
  }

  /** Those whose ids no answer named are matched by what was ordered. */
  private static boolean arePaid(
      Map<Long, Map<Long, Long>> expected, Map<Long, Map<Long, Long>> closed) {
    if (expected.size() != closed.size()) {
      return false;
    }
    Map<Long, Map<Long, Long>> left = new HashMap<>(closed);
    List<Map<Long, Long>> unnamed = new ArrayList<>();
    for (Map.Entry<Long, Map<Long, Long>> each : expected.entrySet()) {
      if (each.getKey() < 0) {
        unnamed.add(each.getValue());
      } else if (!each.getValue().equals(left.remove(each.getKey()))) {
        return false;
      }
    }
    return unnamed.stream().allMatch(lines -> left.values().remove(lines));
  }

  private static Map<Long, Long> pieces(JsonNode order) {
    Map<Long, Long> pieces = new TreeMap<>();
    for (JsonNode line : order.path("carts")) {
      pieces.merge(line.path("item_id").asLong(), line.path("quantity").asLong(), Long::sum);
    }
    return pieces;
  }

  private static String brief(JsonNode answer) {
    String text = answer.toString();
    return text.length() <= 300 ? text : text.substring(0, 300) + "...";
  }
}
