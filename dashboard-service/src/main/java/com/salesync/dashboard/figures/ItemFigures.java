package com.salesync.dashboard.figures;

import com.salesync.dashboard.client.OrderServiceClient.DailyItemVolume;
import com.salesync.dashboard.figures.ProfitCalculator.Profit;

/**
 * One item over a range of days, money in KRW.
 *
 * @param name that it was last sold under
 * @param costKnown whether every piece sold had a cost
 */
public record ItemFigures(
    long itemId, String name, long quantity, long revenue, long profit, boolean costKnown) {

  static ItemFigures none(long itemId) {
    return new ItemFigures(itemId, "", 0, 0, 0, true);
  }

  ItemFigures plus(DailyItemVolume later, Profit itsProfit) {
    boolean nothing = later.quantity() == 0 && later.revenue() == 0;
    return new ItemFigures(
        itemId,
        later.name(),
        quantity + later.quantity(),
        revenue + later.revenue(),
        profit + itsProfit.amount(),
        costKnown && (nothing || itsProfit.costKnown()));
  }

  boolean isNothing() {
    return quantity == 0 && revenue == 0;
  }
}
