package com.salesync.dashboard.consulting;

/** Tells stores that exist from store ids somebody made up. */
public interface KnownStores {

  boolean contains(long storeId);
}
