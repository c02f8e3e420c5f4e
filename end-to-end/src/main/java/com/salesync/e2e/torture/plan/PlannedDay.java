package com.salesync.e2e.torture.plan;

/**
 * When a shop's business days begin.
 *
 * @param zone of the tz database
 * @param turns milliseconds after the beginning at which one begins, on the next whole minute of
 *     the clock; {@link #MIDNIGHT} for the zone's midnight, whenever that is
 */
public record PlannedDay(String zone, long turns) {

  public static final long MIDNIGHT = -1;
}
