package com.salesync.e2e.torture.till;

import com.salesync.e2e.torture.plan.PlannedDay;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * A shop's business days.
 *
 * @param begins on the shop's wall clock, a whole minute
 */
public record ShopDays(ZoneId zone, LocalTime begins) {

  /**
   * As planned.
   *
   * @param zero the beginning, from which the plan counts
   */
  static ShopDays of(PlannedDay planned, Instant zero) {
    ZoneId zone = ZoneId.of(planned.zone());
    if (planned.turns() == PlannedDay.MIDNIGHT) {
      return new ShopDays(zone, LocalTime.MIDNIGHT);
    }
    Instant minute = zero.plusMillis(planned.turns()).truncatedTo(ChronoUnit.MINUTES);
    return new ShopDays(zone, minute.plus(1, ChronoUnit.MINUTES).atZone(zone).toLocalTime());
  }

  /** The day in which an instant lies, near which no clock is put forward or back. */
  public LocalDate of(Instant instant) {
    return instant.atZone(zone).toLocalDateTime().minusNanos(begins.toNanoOfDay()).toLocalDate();
  }

  public LocalDate today() {
    return of(Clock.systemUTC().instant());
  }

  /** As a sign-up takes them. */
  Map<String, String> settings() {
    return Map.of("time_zone", zone.getId(), "day_start", begins.toString());
  }
}
