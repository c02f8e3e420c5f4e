package com.salesync.dashboard.reconciliation;

import com.salesync.common.time.BusinessDays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All stores, a slice at a time. */
public interface StoreDirectory {

  /** The stores after a cursor; null begins and, as the next cursor, ends. */
  Slice after(@Nullable String cursor, int limit);

  /** When the days of a store begin; empty if it is closed or unknown. */
  Optional<BusinessDays> businessDays(long storeId);

  /** Some stores and where to go on. */
  record Slice(List<Long> storeIds, @Nullable String nextCursor) {}
}
