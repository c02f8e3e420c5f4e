package com.salesync.store.account;

import com.salesync.common.problem.Problem;
import com.salesync.common.time.BusinessDays;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalTime;
import java.time.ZoneId;

/** When a store's business day begins, and in which language it is written to. */
@Embeddable
public record Settings(
    ZoneId timeZone, LocalTime dayStart, @Enumerated(EnumType.STRING) Language language) {

  public static final Settings DEFAULT =
      new Settings(BusinessDays.DEFAULT.zone(), BusinessDays.DEFAULT.dayStart(), Language.KO);

  /**
   * These settings with what was asked for.
   *
   * @throws Problem 400 naming {@code time_zone} if there is no such zone
   */
  public Settings with(SettingsChange change) {
    return new Settings(
        change.timeZone() == null ? timeZone : zone(change.timeZone()),
        change.dayStart() == null ? dayStart : LocalTime.parse(change.dayStart()),
        change.language() == null ? language : Language.of(change.language()));
  }

  /**
   * Checks the name of a time zone.
   *
   * @throws Problem 400 naming {@code time_zone} if there is no such zone
   */
  public static void checkTimeZone(String name) {
    zone(name);
  }

  public BusinessDays businessDays() {
    return new BusinessDays(timeZone, dayStart);
  }

  private static ZoneId zone(String name) {
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw Problem.badRequest("VALIDATION_FAILED").field("time_zone", "time_zone");
    }
    return ZoneId.of(name);
  }
}
