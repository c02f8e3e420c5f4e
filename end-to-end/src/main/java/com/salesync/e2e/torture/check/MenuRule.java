package com.salesync.e2e.torture.check;

import com.salesync.e2e.torture.evidence.Evidence;
import com.salesync.e2e.torture.evidence.Finding;
import com.salesync.e2e.torture.evidence.ShopState;
import com.salesync.e2e.torture.history.Asked;
import com.salesync.e2e.torture.history.Call;
import com.salesync.e2e.torture.history.Result;
import com.salesync.e2e.torture.plan.Kind;
import com.salesync.e2e.torture.search.Operation;
import com.salesync.e2e.torture.search.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An item has the price that it was given last, and what was added to a menu is there once. */
final class MenuRule implements Rule {

  private static final String NAME = "menu";
  private static final long GONE = -1;

  @Override
  public List<Finding> findings(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    evidence
        .shops()
        .forEach(
            (number, shop) -> {
              items(evidence, number, shop, findings);
              additions(evidence, number, shop, findings);
            });
    return findings;
  }

  private static void items(Evidence evidence, int number, ShopState shop, List<Finding> findings) {
    Map<Long, List<Call>> edits =
        evidence.calls().stream()
            .filter(call -> call.asked().shop() == number && call.asked().has("item"))
            .collect(Collectors.groupingBy(call -> call.asked().number("item")));
    edits.forEach(
        (item, calls) -> {
          List<Operation<Long>> operations = new ArrayList<>();
          calls.forEach(call -> operation(call).ifPresent(operations::add));
          long there = shop.items().getOrDefault(item, GONE);
          operations.add(
              new Operation<>(
                  "in the end: " + there,
                  Call.NEVER - 1,
                  Call.NEVER,
                  false,
                  price -> price == there ? List.of(price) : List.of()));
          Search.unexplained(1L, operations)
              .ifPresent(
                  what ->
                      findings.add(
                          new Finding(NAME, "shop %d, item %d: %s".formatted(number, item, what))));
        });
  }

  private static Optional<Operation<Long>> operation(Call call) {
    Asked asked = call.asked();
    boolean isGone = call.refusal().map(refusal -> refusal.status() == 404).orElse(false);
    if (call.result() == Result.REFUSED && !isGone) {
      return Optional.empty();
    }
    boolean unknown = call.result() == Result.UNKNOWN;
    if (asked.kind() == Kind.READ_ITEM && unknown) {
      return Optional.empty();
    }
    return Optional.of(
        new Operation<>(
            Evidence.describe(call) + " " + call.answer(),
            call.began(),
            call.ended(),
            unknown,
            price -> after(call, isGone, price)));
  }

  private static List<Long> after(Call call, boolean isGone, long price) {
    // A repeated removal finds nothing any more: the first one has done it.
    boolean removes = call.asked().kind() == Kind.EDIT && call.asked().method().equals("DELETE");
    if (isGone) {
      return price == GONE || (removes && call.attempts().size() > 1) ? List.of(GONE) : List.of();
    }
    if (price == GONE) {
      return List.of();
    }
    if (removes) {
      return List.of(GONE);
    }
    if (call.asked().kind() == Kind.EDIT) {
      return List.of(call.asked().number("price"));
    }
    long read = call.answer().path("item").path("price").asLong();
    return price == read ? List.of(price) : List.of();
  }

  private static void additions(
      Evidence evidence, int number, ShopState shop, List<Finding> findings) {
    for (Call call : evidence.calls(number, Kind.ADD).toList()) {
      String name = call.asked().text("name");
      if (name.isEmpty() || !call.asked().path().endsWith("/items")) {
        continue;
      }
      long there = shop.itemNames().stream().filter(name::equals).count();
      boolean mayBeGone =
          evidence.calls().stream()
              .anyMatch(
                  other ->
                      other.asked().kind() == Kind.EDIT
                          && other.asked().method().equals("DELETE")
                          && other.asked().number("item") == call.answer().path("id").asLong(-2));
      boolean right =
          switch (call.result()) {
            case OK -> there == 1 || (there == 0 && mayBeGone);
            case REFUSED -> there == 0;
            case UNKNOWN -> there <= 1;
          };
      if (!right) {
        findings.add(
            new Finding(NAME, "is there %d times: %s".formatted(there, Evidence.describe(call))));
      }
    }
  }
}
