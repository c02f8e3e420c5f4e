package com.salesync.dashboard.neighbour;

import static java.util.stream.Collectors.toMap;

import com.salesync.common.neighbour.NeighbourClients;
import com.salesync.common.security.InternalTokens;
import com.salesync.common.security.Tenant;
import com.salesync.common.time.BusinessDays;
import com.salesync.common.time.DayRange;
import com.salesync.dashboard.reconciliation.DayTotal;
import com.salesync.dashboard.reconciliation.Totals;
import com.salesync.dashboard.report.Books;
import com.salesync.dashboard.report.CostHistory;
import com.salesync.dashboard.report.Volume;
import com.salesync.dashboard.settlement.Takings;
import com.salesync.dashboard.settlement.TakingsOfDay;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The figures of order-, item- and sale-service, asked for with a token acting for the store. */
@Component
class NeighbourBooks implements Books, Totals, TakingsOfDay {

  /** A year of a large menu is some megabytes; answers to it begin later than the usual. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private final OrderBooks orders;
  private final ItemBooks items;
  private final SaleBooks sales;
  private final InternalTokens tokens;

  NeighbourBooks(NeighbourClients neighbours, InternalTokens tokens) {
    this.orders = neighbours.create(OrderBooks.class, "order", PATIENCE);
    this.items = neighbours.create(ItemBooks.class, "item", PATIENCE);
    this.sales = neighbours.create(SaleBooks.class, "sale");
    this.tokens = tokens;
  }

  @Override
  public List<Volume> volumes(Tenant tenant, DayRange range) {
    return orders.volumes(tokens.actingFor(tenant), range.start(), range.end()).volumes().stream()
        .map(
            volume ->
                new Volume(
                    volume.businessDay(),
                    volume.itemId(),
                    volume.name(),
                    volume.quantity(),
                    volume.revenue()))
        .toList();
  }

  @Override
  public Map<Long, CostHistory> costs(Tenant tenant, DayRange range) {
    return items.costs(tokens.actingFor(tenant), range.start(), range.end()).items().stream()
        .collect(toMap(ItemBooks.Item::itemId, NeighbourBooks::history));
  }

  private static CostHistory history(ItemBooks.Item item) {
    return new CostHistory(
        item.costs().stream()
            .map(entry -> new CostHistory.Entry(entry.effectiveDay(), entry.cost()))
            .toList());
  }

  @Override
  public Map<LocalDate, DayTotal> taken(long storeId, BusinessDays businessDays, DayRange range) {
    return dailyTotals(storeId, businessDays, range).stream()
        .collect(
            toMap(
                SaleBooks.Day::businessDay,
                day -> new DayTotal(day.sales(), day.total(), day.pending())));
  }

  @Override
  public Map<LocalDate, DayTotal> paid(long storeId, BusinessDays businessDays, DayRange range) {
    return orders
        .paidTotals(tokens.actingFor(storeId, businessDays), range.start(), range.end())
        .days()
        .stream()
        .collect(
            toMap(
                OrderBooks.PaidDay::businessDay,
                day -> new DayTotal(day.orders(), day.total(), 0)));
  }

  @Override
  public Map<LocalDate, Long> reported(long storeId, BusinessDays businessDays, DayRange range) {
    return orders
        .volumes(tokens.actingFor(storeId, businessDays), range.start(), range.end())
        .volumes()
        .stream()
        .collect(toMap(OrderBooks.Volume::businessDay, OrderBooks.Volume::revenue, Long::sum));
  }

  @Override
  public Takings of(Tenant tenant, LocalDate day) {
    return dailyTotals(tenant.storeId(), tenant.businessDays(), DayRange.of(day)).stream()
        .filter(total -> total.businessDay().equals(day))
        .findFirst()
        .map(total -> new Takings(day, total.sales(), total.total()))
        .orElseGet(() -> new Takings(day, 0, 0));
  }

  private List<SaleBooks.Day> dailyTotals(long storeId, BusinessDays businessDays, DayRange range) {
    return sales
        .dailyTotals(tokens.actingFor(storeId, businessDays), range.start(), range.end())
        .days();
  }
}
