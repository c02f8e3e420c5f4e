package com.salesync.e2e.torture.check;

import com.salesync.e2e.torture.evidence.Evidence;
import com.salesync.e2e.torture.evidence.Finding;
import com.salesync.e2e.torture.evidence.ShopState;
import com.salesync.e2e.torture.evidence.ShopState.OrderState;
import com.salesync.e2e.torture.evidence.ShopState.SaleState;
import com.salesync.e2e.torture.history.Call;
import com.salesync.e2e.torture.history.Result;
import com.salesync.e2e.torture.plan.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Each acknowledged payment and void is there, once, and nothing else is. */
final class SalesRule implements Rule {

  private static final String NAME = "sales";

  @Override
  public List<Finding> findings(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    evidence
        .shops()
        .forEach(
            (number, shop) -> {
              payments(evidence, number, shop, findings);
              voids(evidence, number, shop, findings);
              orders(number, shop, findings);
            });
    return findings;
  }

  private static void payments(
      Evidence evidence, int number, ShopState shop, List<Finding> findings) {
    Map<Long, SaleState> left = new HashMap<>();
    shop.sales().forEach(sale -> left.put(sale.id(), sale));
    if (left.size() != shop.sales().size()) {
      findings.add(new Finding(NAME, "shop %d: a sale is listed twice".formatted(number)));
    }
    Set<Long> acknowledged = new HashSet<>();
    Map<Long, Integer> unknown = new HashMap<>();
    for (Call call : evidence.calls(number, Kind.PAY).toList()) {
      long total = call.asked().number("total");
      if (call.result() == Result.UNKNOWN) {
        unknown.merge(total, 1, Integer::sum);
      } else if (call.result() == Result.OK) {
        long id = call.answer().path("id").asLong();
        boolean first = acknowledged.add(id);
        SaleState sale = left.remove(id);
        if (first && (sale == null || sale.total() != total)) {
          findings.add(
              new Finding(
                  NAME,
                  "is not there as acknowledged: " + Evidence.describe(call) + " is " + sale));
        } else if (!first && call.asked().key() != null) {
          findings.add(
              new Finding(NAME, "was answered with another's sale: " + Evidence.describe(call)));
        }
      }
    }
    for (SaleState sale : left.values()) {
      if (unknown.merge(sale.total(), -1, Integer::sum) < 0) {
        findings.add(new Finding(NAME, "shop %d: nobody was told of %s".formatted(number, sale)));
      }
    }
  }

  private static void voids(Evidence evidence, int number, ShopState shop, List<Finding> findings) {
    Map<Long, SaleState> sales =
        shop.sales().stream().collect(Collectors.toMap(SaleState::id, sale -> sale, (a, b) -> a));
    Set<Long> asked = new HashSet<>();
    for (Call call : evidence.calls(number, Kind.VOID).toList()) {
      SaleState sale = sales.get(call.asked().number("sale"));
      if (call.result() != Result.REFUSED) {
        asked.add(call.asked().number("sale"));
      }
      if (call.result() == Result.OK && (sale == null || !sale.voided())) {
        findings.add(new Finding(NAME, "is not voided: " + Evidence.describe(call)));
      }
    }
    for (SaleState sale : shop.sales()) {
      if (sale.voided() && !asked.contains(sale.id())) {
        findings.add(new Finding(NAME, "shop %d: nobody had %s voided".formatted(number, sale)));
      }
    }
  }

  /** Every order is worth its lines, and those that were paid are as many and as much as sales. */
  private static void orders(int number, ShopState shop, List<Finding> findings) {
    for (OrderState order : shop.orders()) {
      long total =
          order.lines().entrySet().stream()
              .mapToLong(line -> line.getValue() * shop.prices().getOrDefault(line.getKey(), 0L))
              .sum();
      if (total != order.total()) {
        findings.add(new Finding(NAME, "shop %d: %s is worth %d".formatted(number, order, total)));
      }
    }
    Map<String, Long> paid =
        shop.orders().stream()
            .filter(order -> !order.status().equals("OPEN"))
            .collect(
                Collectors.groupingBy(
                    order -> order.status() + " " + order.total(), Collectors.counting()));
    Map<String, Long> sold =
        shop.sales().stream()
            .collect(
                Collectors.groupingBy(
                    sale -> (sale.voided() ? "VOIDED " : "PAID ") + sale.total(),
                    Collectors.counting()));
    if (!paid.equals(sold)) {
      findings.add(
          new Finding(NAME, "shop %d: orders %s, but sales %s".formatted(number, paid, sold)));
    }
  }
}
