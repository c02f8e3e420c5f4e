package com.salesync.dashboard.report;

/** One item's share of a range. */
public record ItemSales(long itemId, String name, long quantity, long salesVolume, long profit) {

  ItemSales plus(Volume volume, long volumeProfit) {
    return new ItemSales(
        itemId,
        volume.name(),
        quantity + volume.quantity(),
        salesVolume + volume.revenue(),
        profit + volumeProfit);
  }
}
