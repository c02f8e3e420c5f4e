package com.salesync.e2e.torture.check;

import com.salesync.e2e.torture.evidence.Evidence;
import com.salesync.e2e.torture.evidence.Finding;
import com.salesync.e2e.torture.evidence.ShopState;
import com.salesync.e2e.torture.history.Call;
import com.salesync.e2e.torture.history.Result;
import com.salesync.e2e.torture.plan.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** All figures agree in the end, and none of them ever went back. */
final class FiguresRule implements Rule {

  private static final String NAME = "figures";
  private static final Set<Kind> FIGURES = EnumSet.of(Kind.REVENUE, Kind.REPORT, Kind.SETTLE);

  /** When a payment and its void may have begun to count, and when they must. */
  private static final class Money {
    private final long total;

    /** Empty where nobody was told which sale it is. */
    private final String day;

    private long mayCount = Call.NEVER;
    private long counts = Call.NEVER;
    private long mayBeVoid = Call.NEVER;
    private long isVoid = Call.NEVER;

    private Money(long total, String day) {
      this.total = total;
      this.day = day;
    }

    /** A settlement is of a day, all other figures are of all days on which a run may go on. */
    private boolean isOf(Call call) {
      return call.asked().kind() != Kind.SETTLE
          || day.isEmpty()
          || day.equals(call.asked().text("date"));
    }
  }

  @Override
  public List<Finding> findings(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    evidence
        .shops()
        .forEach(
            (number, shop) -> {
              inTheEnd(number, shop, findings);
              onTheWay(evidence, number, findings);
            });
    return findings;
  }

  private static void inTheEnd(int number, ShopState shop, List<Finding> findings) {
    Map<String, Long> sold = new TreeMap<>();
    shop.sales().stream()
        .filter(sale -> !sale.voided())
        .forEach(sale -> sold.merge(sale.day(), sale.total(), Long::sum));
    long sum = sold.values().stream().mapToLong(Long::longValue).sum();
    expect(number, "revenue", sold, withoutZeros(shop.revenue()), findings);
    expect(number, "volumes", sold, withoutZeros(shop.volumes()), findings);
    expect(number, "report", Map.of("all", sum), Map.of("all", shop.reported()), findings);
  }

  private static Map<String, Long> withoutZeros(Map<String, Long> days) {
    Map<String, Long> some = new TreeMap<>(days);
    some.values().removeIf(total -> total == 0);
    return some;
  }

  private static void expect(
      int number,
      String what,
      Map<String, Long> sold,
      Map<String, Long> said,
      List<Finding> findings) {
    if (!sold.equals(said)) {
      findings.add(
          new Finding(
              NAME, "shop %d: sales are %s, but %s %s".formatted(number, sold, what, said)));
    }
  }

  private static void onTheWay(Evidence evidence, int number, List<Finding> findings) {
    List<Money> all = money(evidence, number);
    evidence.calls().stream()
        .filter(call -> call.asked().shop() == number && call.result() == Result.OK)
        .filter(call -> FIGURES.contains(call.asked().kind()))
        .filter(call -> call.attempts().size() == 1)
        .forEach(
            call -> {
              long least =
                  all.stream()
                      .filter(each -> each.isOf(call))
                      .filter(each -> each.counts <= call.began() && each.mayBeVoid >= call.ended())
                      .mapToLong(each -> each.total)
                      .sum();
              long most =
                  all.stream()
                      .filter(each -> each.isOf(call))
                      .filter(each -> each.mayCount < call.ended() && each.isVoid > call.began())
                      .mapToLong(each -> each.total)
                      .sum();
              long said = figure(call);
              if (said < least || said > most) {
                findings.add(
                    new Finding(
                        NAME,
                        "%s says %d, but it was %d to %d"
                            .formatted(Evidence.describe(call), said, least, most)));
              }
            });
  }

  private static long figure(Call call) {
    if (call.answer().path("total").isArray()) {
      return StreamSupport.stream(call.answer().path("total").spliterator(), false)
          .mapToLong(day -> day.path("sales_volume").asLong())
          .sum();
    }
    return call.answer().path("sales_volume").asLong();
  }

  private static List<Money> money(Evidence evidence, int number) {
    Map<Long, String> days = new HashMap<>();
    evidence.shop(number).sales().forEach(sale -> days.put(sale.id(), sale.day()));
    Map<Long, Money> sales = new HashMap<>();
    List<Money> all = new ArrayList<>();
    for (Call call : evidence.calls(number, Kind.PAY).toList()) {
      long total = call.asked().number("total");
      if (call.result() == Result.OK) {
        Money money =
            sales.computeIfAbsent(
                call.answer().path("id").asLong(),
                id -> new Money(total, days.getOrDefault(id, "")));
        money.mayCount = Math.min(money.mayCount, call.began());
        money.counts = Math.min(money.counts, call.ended());
      } else if (call.result() == Result.UNKNOWN) {
        Money money = new Money(total, "");
        money.mayCount = call.began();
        all.add(money);
      }
    }
    for (Call call : evidence.calls(number, Kind.VOID).toList()) {
      Money money = sales.get(call.asked().number("sale"));
      if (money != null && call.result() != Result.REFUSED) {
        money.mayBeVoid = Math.min(money.mayBeVoid, call.began());
        money.isVoid = Math.min(money.isVoid, call.ended());
      }
    }
    all.addAll(sales.values());
    return all;
  }
}
