package com.salesync.common.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

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

  /** The business day in which an instant lies. */
  public LocalDate dayOf(Instant instant) {
    return instant.atZone(zone).toLocalDateTime().minusNanos(dayStart.toNanoOfDay()).toLocalDate();
  }

  /** The instant on the store's own clock, for answers. */
  public OffsetDateTime at(Instant instant) {
    return instant.atZone(zone).toOffsetDateTime();
  }
}
