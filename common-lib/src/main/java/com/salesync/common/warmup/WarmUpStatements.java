package com.salesync.common.warmup;

import com.salesync.common.security.Tenant;

/**
 * What a service's use cases write. Runs in a transaction that checks every constraint and is
 * rolled back; it calls no neighbour.
 */
@FunctionalInterface
public interface WarmUpStatements {

  /** Writes for a store that there is not. */
  void write(Tenant noStore);
}
