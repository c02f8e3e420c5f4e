package com.salesync.dashboard.reconciliation;

import com.salesync.dashboard.client.OrderServiceClient;
import com.salesync.dashboard.client.SaleServiceClient;
import com.salesync.dashboard.client.StoreDay;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A store's business day as sale-service and as order-service have it. */
record DayComparison(SaleServiceClient.DayTotal sales, OrderServiceClient.DayTotal orders) {

  /** A day that one of them does not name has nothing there. */
  static DayComparison of(
      StoreDay day,
      SaleServiceClient.@Nullable DayTotal sales,
      OrderServiceClient.@Nullable DayTotal orders) {
    BigInteger none = BigInteger.ZERO;
    return new DayComparison(
        sales != null
            ? sales
            : new SaleServiceClient.DayTotal(day.storeId(), day.businessDay(), 0, none, 0, none),
        orders != null
            ? orders
            : new OrderServiceClient.DayTotal(
                day.storeId(), day.businessDay(), 0, none, none, none));
  }

  /** Whether payments or voids are under way, which explain a difference. */
  boolean isUnderWay() {
    return sales.pending() > 0;
  }

  Difference difference() {
    return new Difference(
        sales.sales() - orders.orders(),
        sales.total().subtract(orders.total()),
        orders.total().subtract(orders.reported()),
        sales.checksum().subtract(orders.checksum()));
  }
}
