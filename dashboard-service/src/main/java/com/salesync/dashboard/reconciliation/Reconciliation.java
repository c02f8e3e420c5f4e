package com.salesync.dashboard.reconciliation;

import static java.util.stream.Collectors.toMap;

import com.salesync.common.security.Tenant;
import com.salesync.dashboard.client.AskedDays;
import com.salesync.dashboard.client.OrderServiceClient;
import com.salesync.dashboard.client.SaleServiceClient;
import com.salesync.dashboard.client.StoreDay;
import com.salesync.dashboard.parallel.Concurrently;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts sale-service and order-service the same question and lays their answers side by side. What
 * is asked does not grow with the number of stores or sales, only with that of days.
 */
@Component
class Reconciliation {

  private final SaleServiceClient sales;
  private final OrderServiceClient orders;

  Reconciliation(SaleServiceClient sales, OrderServiceClient orders) {
    this.sales = sales;
    this.orders = orders;
  }

  /** Compares days of this store; one that neither names is left out. */
  Map<StoreDay, DayComparison> compareDays(Tenant tenant, Collection<StoreDay> days) {
    return ask(
            days,
            asked -> sales.dayTotals(tenant, asked),
            days,
            asked -> orders.dayTotals(tenant, asked),
            null)
        .comparisons();
  }

  /** Compares days of any stores; one that neither names is left out. */
  Map<StoreDay, DayComparison> compareDaysOfAnyStore(Collection<StoreDay> days) {
    return askOfAnyStore(days, days, null).comparisons();
  }

  /** Compares days of any stores, and all that changed since an instant in either service. */
  Map<StoreDay, DayComparison> compareChanges(Collection<StoreDay> days, Instant changedSince) {
    Answers answers = askOfAnyStore(days, days, changedSince);
    Set<StoreDay> notSaidByOrders = new HashSet<>(answers.sales().keySet());
    notSaidByOrders.removeAll(answers.orders().keySet());
    notSaidByOrders.removeAll(days);
    Set<StoreDay> notSaidBySales = new HashSet<>(answers.orders().keySet());
    notSaidBySales.removeAll(answers.sales().keySet());
    notSaidBySales.removeAll(days);
    answers.add(askOfAnyStore(notSaidBySales, notSaidByOrders, null));
    return answers.comparisons();
  }

  private Answers askOfAnyStore(
      Collection<StoreDay> ofSales, Collection<StoreDay> ofOrders, @Nullable Instant changedSince) {
    return ask(
        ofSales, sales::dayTotalsOfAnyStore, ofOrders, orders::dayTotalsOfAnyStore, changedSince);
  }

  private static Answers ask(
      Collection<StoreDay> ofSales,
      Function<AskedDays, SaleServiceClient.DayTotals> sales,
      Collection<StoreDay> ofOrders,
      Function<AskedDays, OrderServiceClient.DayTotals> orders,
      @Nullable Instant changedSince) {
    try (Concurrently services = new Concurrently()) {
      Supplier<Map<StoreDay, SaleServiceClient.DayTotal>> fromSales =
          services.ask(
              () ->
                  questions(ofSales, changedSince)
                      .flatMap(question -> sales.apply(question).days().stream())
                      .collect(
                          toMap(
                              SaleServiceClient.DayTotal::storeDay,
                              Function.identity(),
                              (_, later) -> later)));
      Supplier<Map<StoreDay, OrderServiceClient.DayTotal>> fromOrders =
          services.ask(
              () ->
                  questions(ofOrders, changedSince)
                      .flatMap(question -> orders.apply(question).days().stream())
                      .collect(
                          toMap(
                              OrderServiceClient.DayTotal::storeDay,
                              Function.identity(),
                              (_, later) -> later)));
      return new Answers(fromSales.get(), fromOrders.get());
    }
  }

  /** As many as it takes for the days; the first asks for changes, too. */
  private static Stream<AskedDays> questions(
      Collection<StoreDay> days, @Nullable Instant changedSince) {
    List<AskedDays> questions = new ArrayList<>();
    Iterator<StoreDay> left = days.iterator();
    Instant since = changedSince;
    while (left.hasNext() || since != null) {
      List<StoreDay> some = new ArrayList<>();
      while (left.hasNext() && some.size() < AskedDays.MOST_DAYS) {
        some.add(left.next());
      }
      questions.add(new AskedDays(some, since));
      since = null;
    }
    return questions.stream();
  }

  private record Answers(
      Map<StoreDay, SaleServiceClient.DayTotal> sales,
      Map<StoreDay, OrderServiceClient.DayTotal> orders) {

    void add(Answers more) {
      sales.putAll(more.sales());
      orders.putAll(more.orders());
    }

    Map<StoreDay, DayComparison> comparisons() {
      Map<StoreDay, DayComparison> comparisons = new HashMap<>();
      Set<StoreDay> days = new HashSet<>(sales.keySet());
      days.addAll(orders.keySet());
      for (StoreDay day : days) {
        comparisons.put(day, DayComparison.of(day, sales.get(day), orders.get(day)));
      }
      return comparisons;
    }
  }
}
