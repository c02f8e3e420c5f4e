package com.salesync.e2e.torture.plan;

import java.util.List;

/**
 * A shop and those who work there.
 *
 * @param opens milliseconds after the beginning
 */
public record PlannedShop(
    int number, long opens, PlannedDay day, int sessions, List<Script> scripts) {

  public PlannedShop {
    scripts = List.copyOf(scripts);
  }
}
