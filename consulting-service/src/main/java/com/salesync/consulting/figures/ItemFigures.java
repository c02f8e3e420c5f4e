package com.salesync.consulting.figures;

/**
 * One item over the period.
 *
 * @param profit revenue less the cost of each day; all of the revenue where no cost is known
 * @param costKnown whether every piece sold had a cost
 */
public record ItemFigures(
    long itemId, String name, long quantity, long revenue, long profit, boolean costKnown) {

  /** Profit in percent of revenue, rounded down. */
  public long margin() {
    return revenue == 0 ? 0 : Math.floorDiv(profit * 100, revenue);
  }

  /** Revenue per piece, rounded down. */
  public long averagePrice() {
    return quantity == 0 ? 0 : revenue / quantity;
  }

  public boolean soldBelowCost() {
    return costKnown && profit < 0;
  }
}
