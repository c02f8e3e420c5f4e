package com.salesync.common.invariant;

import java.util.Collection;

/**
 * What must hold at any time and no constraint can enforce. Declare it as a bean: a {@link
 * SqlInvariant} where one statement sees it, else an implementation of this.
 */
public interface Invariant {

  /** Its name in metrics, alerts, tables and the list of invariants, such as {@code I7}. */
  String name();

  /**
   * All that is wrong among what the look covers; what stands and is not found again counts as
   * mended. Runs in no transaction.
   *
   * @throws RuntimeException if it cannot be seen; the look then counts as failed
   */
  Collection<Finding> findings(Look look);
}
