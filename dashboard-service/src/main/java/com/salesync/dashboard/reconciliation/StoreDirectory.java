package com.salesync.dashboard.reconciliation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All stores, a slice at a time. */
public interface StoreDirectory {

  /** The stores after a cursor; null begins and, as the next cursor, ends. */
  Slice after(@Nullable String cursor, int limit);

  /** Some stores and where to go on. */
  record Slice(List<Long> storeIds, @Nullable String nextCursor) {}
}
