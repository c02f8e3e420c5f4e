package com.salesync.dashboard.figures;

import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import com.salesync.dashboard.client.AskedDays;
import com.salesync.dashboard.client.ItemServiceClient;
import com.salesync.dashboard.client.ItemServiceClient.Costs;
import com.salesync.dashboard.client.OrderServiceClient;
import com.salesync.dashboard.client.OrderServiceClient.Volumes;
import com.salesync.dashboard.client.StoreDay;
import com.salesync.dashboard.parallel.Concurrently;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Reads volumes and costs at the same time: one question for each, for any range and any menu. */
@Component
public class ReadFigures {

  private final OrderServiceClient orders;
  private final ItemServiceClient items;

  ReadFigures(OrderServiceClient orders, ItemServiceClient items) {
    this.orders = orders;
    this.items = items;
  }

  public SalesFigures readFigures(Tenant tenant, DayRange range) {
    try (Concurrently services = new Concurrently()) {
      Supplier<Volumes> volumes =
          services.ask(() -> orders.volumes(tenant, range.start(), range.end()));
      Supplier<Costs> costs = services.ask(() -> items.costs(tenant, range.start(), range.end()));
      return new SalesFigures(range, volumes.get().volumes(), new ProfitCalculator(costs.get()));
    }
  }

  /** Whether anything was paid for in the range; a small question also for a large menu. */
  public boolean hasSales(Tenant tenant, DayRange range) {
    AskedDays days =
        new AskedDays(range.days().map(day -> new StoreDay(tenant.storeId(), day)).toList(), null);
    return orders.dayTotals(tenant, days).days().stream().anyMatch(day -> day.orders() > 0);
  }
}
