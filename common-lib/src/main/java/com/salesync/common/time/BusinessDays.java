package com.salesync.common.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * When a store's business days begin.
 *
 * @param zone the store's time zone
 * @param dayStart the wall-clock time at which its business day begins; sales before it belong to
 *     the day before
 */
public record BusinessDays(ZoneId zone, LocalTime dayStart) {

  /** Seoul, beginning at midnight. */
  public static final BusinessDays DEFAULT =
      new BusinessDays(ZoneId.of("Asia/Seoul"), LocalTime.MIDNIGHT);

  /**
   * When a business day begins: as soon as the wall clock shows its first hour, or has jumped over
   * it. A day that the zone's calendar leaves out begins when the clock shows the next one; of one
   * that begins at midnight nothing is left.
   */
  public Instant startOf(LocalDate day) {
    LocalDateTime first = day.atTime(dayStart);
    ZoneOffsetTransition change = zone.getRules().getTransition(first);
    return change != null && change.isGap() ? change.getInstant() : first.atZone(zone).toInstant();
  }

  /**
   * The business day in which an instant lies. A day that has begun goes on when the clocks are put
   * back to before its first hour.
   */
  public LocalDate dayOf(Instant instant) {
    LocalDate day =
        instant.atZone(zone).toLocalDateTime().minusNanos(dayStart.toNanoOfDay()).toLocalDate();
    LocalDate next = day.plusDays(1);
    return instant.isBefore(startOf(next)) ? day : next;
  }

  /** The instant on the store's own clock, for answers. */
  public OffsetDateTime at(Instant instant) {
    return instant.atZone(zone).toOffsetDateTime();
  }
}
