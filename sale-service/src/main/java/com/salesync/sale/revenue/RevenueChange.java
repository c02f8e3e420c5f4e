package com.salesync.sale.revenue;

import java.time.LocalDate;

/**
 * What a sale, or its void, changes in the revenue of a store's business day.
 *
 * @param sales how many sales more count; negative where fewer do
 * @param amount won; negative where the day has that much less
 */
public record RevenueChange(long storeId, LocalDate businessDay, int sales, long amount) {

  /** One sale more. */
  public static RevenueChange gain(long storeId, LocalDate businessDay, long amount) {
    return new RevenueChange(storeId, businessDay, 1, amount);
  }

  public RevenueChange reversed() {
    return new RevenueChange(storeId, businessDay, -sales, -amount);
  }
}
