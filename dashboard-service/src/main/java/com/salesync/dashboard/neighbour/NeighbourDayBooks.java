package com.salesync.dashboard.neighbour;

import static java.util.stream.Collectors.toMap;

import com.salesync.common.neighbour.NeighbourClients;
import com.salesync.common.security.InternalTokens;
import com.salesync.common.time.DayRange;
import com.salesync.dashboard.reconciliation.AllBooks;
import com.salesync.dashboard.reconciliation.StoreDay;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The books of order- and sale-service over many stores, asked for as the operator. */
@Component
class NeighbourDayBooks implements AllBooks {

  /** Nobody waits for the answer, and it covers up to a thousand stores. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final SaleBooks sales;
  private final OrderBooks orders;
  private final InternalTokens tokens;

  NeighbourDayBooks(NeighbourClients neighbours, InternalTokens tokens) {
    this.sales = neighbours.create(SaleBooks.class, "sale", PATIENCE);
    this.orders = neighbours.create(OrderBooks.class, "order", PATIENCE);
    this.tokens = tokens;
  }

  @Override
  public Map<StoreDay, Taken> taken(List<Long> stores, DayRange days) {
    return sales
        .dayBooks(tokens.actingForNoStore(), new StoresAndDays(stores, days.start(), days.end()))
        .days()
        .stream()
        .collect(
            toMap(
                day -> new StoreDay(day.storeId(), day.businessDay()),
                day -> new Taken(day.sales(), day.total(), day.pending(), day.checksum())));
  }

  @Override
  public Map<StoreDay, Paid> paid(List<Long> stores, DayRange days) {
    return orders
        .dayBooks(tokens.actingForNoStore(), new StoresAndDays(stores, days.start(), days.end()))
        .days()
        .stream()
        .collect(
            toMap(
                day -> new StoreDay(day.storeId(), day.businessDay()),
                day -> new Paid(day.orders(), day.total(), day.reported(), day.checksum())));
  }
}
