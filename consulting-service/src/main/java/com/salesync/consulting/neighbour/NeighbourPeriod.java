package com.salesync.consulting.neighbour;

import static java.util.stream.Collectors.toMap;

import com.salesync.common.neighbour.NeighbourClients;
import com.salesync.common.security.InternalTokens;
import com.salesync.common.time.BusinessDays;
import com.salesync.common.time.DayRange;
import com.salesync.consulting.figures.CostEntry;
import com.salesync.consulting.figures.CostHistory;
import com.salesync.consulting.figures.Figures;
import com.salesync.consulting.figures.Tally;
import com.salesync.consulting.figures.Volume;
import com.salesync.consulting.job.Period;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The books of order-, item- and store-service, asked with a token acting for the store. */
@Component
class NeighbourPeriod implements Period {

  /** A job may wait longer for a year of a large menu than a till would. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final OrderBooks orders;
  private final OrderBooks ordersAtOnce;
  private final ItemBooks items;
  private final StoreBooks stores;
  private final InternalTokens tokens;

  NeighbourPeriod(NeighbourClients neighbours, InternalTokens tokens) {
    this.orders = neighbours.create(OrderBooks.class, "order", PATIENCE);
    this.ordersAtOnce = neighbours.create(OrderBooks.class, "order");
    this.items = neighbours.create(ItemBooks.class, "item", PATIENCE);
    this.stores = neighbours.create(StoreBooks.class, "store", PATIENCE);
    this.tokens = tokens;
  }

  @Override
  public boolean hasSales(long storeId, BusinessDays businessDays, DayRange range) {
    return ordersAtOnce
        .paidTotals(tokens.actingFor(storeId, businessDays), range.start(), range.end())
        .days()
        .stream()
        .anyMatch(day -> day.orders() > 0);
  }

  @Override
  public Figures figures(long storeId, BusinessDays businessDays, DayRange range) {
    List<Volume> volumes =
        orders
            .volumes(tokens.actingFor(storeId, businessDays), range.start(), range.end())
            .volumes()
            .stream()
            .map(
                volume ->
                    new Volume(
                        volume.businessDay(),
                        volume.itemId(),
                        volume.name(),
                        volume.quantity(),
                        volume.revenue()))
            .toList();
    Map<Long, CostHistory> costs =
        items
            .costs(tokens.actingFor(storeId, businessDays), range.start(), range.end())
            .items()
            .stream()
            .collect(toMap(ItemBooks.Item::itemId, NeighbourPeriod::history));
    return Tally.of(range, volumes, costs);
  }

  private static CostHistory history(ItemBooks.Item item) {
    return new CostHistory(
        item.costs().stream()
            .map(entry -> new CostEntry(entry.effectiveDay(), entry.cost()))
            .toList());
  }

  @Override
  public Store store(long storeId, BusinessDays businessDays) {
    StoreBooks.Store store = stores.self(tokens.actingFor(storeId, businessDays));
    return new Store(
        store.storeName(), "en".equals(store.language()) ? Locale.ENGLISH : Locale.KOREAN);
  }
}
