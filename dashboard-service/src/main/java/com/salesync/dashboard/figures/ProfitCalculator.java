package com.salesync.dashboard.figures;

import static java.util.stream.Collectors.toMap;

import com.salesync.dashboard.client.ItemServiceClient.Costs;
import com.salesync.dashboard.client.ItemServiceClient.ItemCosts;
import com.salesync.dashboard.client.OrderServiceClient.DailyItemVolume;
import java.util.Map;
import java.util.Optional;

/**
 * The profit of what was sold: its revenue less the cost in force on that day, so that today's cost
 * changes no past figure.
 */
final class ProfitCalculator {

  /**
   * A profit in KRW.
   *
   * @param costKnown if not, the whole revenue counts as profit
   */
  record Profit(long amount, boolean costKnown) {}

  private final Map<Long, CostHistory> histories;

  ProfitCalculator(Costs costs) {
    histories =
        costs.items().stream()
            .collect(toMap(ItemCosts::itemId, item -> new CostHistory(item.costs())));
  }

  Profit profitOf(DailyItemVolume volume) {
    Optional<Long> cost =
        histories.getOrDefault(volume.itemId(), CostHistory.UNKNOWN).costOn(volume.businessDay());
    return new Profit(
        volume.revenue() - Math.multiplyExact(cost.orElse(0L), volume.quantity()),
        cost.isPresent());
  }
}
