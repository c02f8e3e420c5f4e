package com.salesync.e2e.torture.plan;

import java.util.List;

/**
 * What one client will do, one after the other.
 *
 * @param session which of its shop's it uses, from 0; several clients may share one
 */
public record Script(int session, List<Step> steps) {

  public Script {
    steps = List.copyOf(steps);
  }
}
