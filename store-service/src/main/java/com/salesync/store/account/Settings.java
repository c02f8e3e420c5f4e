package com.salesync.store.account;

import com.salesync.common.problem.Problem;
import com.salesync.common.time.BusinessDays;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** When a store's business day begins, and in which language it is written to. */
@Embeddable
public record Settings(
    ZoneId timeZone, LocalTime dayStart, @Enumerated(EnumType.STRING) Language language) {

  static final Settings DEFAULT =
      new Settings(BusinessDays.DEFAULT.zone(), BusinessDays.DEFAULT.dayStart(), Language.KO);

  /**
   * What a client asks for; null leaves a setting as it is.
   *
   * @param timeZone IANA name
   * @param dayStart {@code HH:mm}
   * @param language {@code ko} or {@code en}
   */
  public record Wish(
      @Nullable String timeZone, @Nullable String dayStart, @Nullable String language) {}

  Settings with(Wish wish) {
    return new Settings(
        wish.timeZone() == null ? timeZone : zone(wish.timeZone()),
        wish.dayStart() == null ? dayStart : LocalTime.parse(wish.dayStart()),
        wish.language() == null ? language : Language.of(wish.language()));
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
