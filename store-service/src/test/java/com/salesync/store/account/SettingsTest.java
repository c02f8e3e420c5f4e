package com.salesync.store.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.salesync.common.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @Test
  void areThoseOfAShopInSeoulUnlessItSaysOtherwise() {
    assertThat(Settings.DEFAULT)
        .isEqualTo(new Settings(ZoneId.of("Asia/Seoul"), LocalTime.MIDNIGHT, Language.KO));
  }

  @Test
  void changeOneByOne() {
    Settings inTokyo = Settings.DEFAULT.with(change("Asia/Tokyo", null, null));
    Settings late = inTokyo.with(change(null, "05:30", null));
    Settings english = late.with(change(null, null, "en"));
    assertThat(inTokyo)
        .isEqualTo(new Settings(ZoneId.of("Asia/Tokyo"), LocalTime.MIDNIGHT, Language.KO));
    assertThat(english)
        .isEqualTo(new Settings(ZoneId.of("Asia/Tokyo"), LocalTime.of(5, 30), Language.EN));
    assertThat(english.with(change(null, null, null))).isEqualTo(english);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Mars/Olympus", "+09:00", "asia/seoul", "UTC+9"})
  void knowNoZoneButThoseOfTheIanaList(String name) {
    Problem refused =
        catchThrowableOfType(Problem.class, () -> Settings.DEFAULT.with(change(name, null, null)));
    assertThat(refused.errors()).containsExactly(new Problem.FieldError("time_zone", "time_zone"));
  }

  @Test
  void decideToWhichBusinessDayASaleAtNightBelongs() {
    Settings bar = Settings.DEFAULT.with(change("Asia/Seoul", "05:00", null));
    Instant beforeFive = Instant.parse("2026-11-27T19:59:59Z");
    assertThat(bar.businessDays().dayOf(beforeFive)).isEqualTo(LocalDate.of(2026, 11, 27));
    assertThat(bar.businessDays().dayOf(beforeFive.plusSeconds(1)))
        .isEqualTo(LocalDate.of(2026, 11, 28));
  }

  @ParameterizedTest
  @ValueSource(strings = {"00:00", "05:30", "19:59", "23:59"})
  void beginADayAtAMinuteOfTheClock(String dayStart) {
    assertThat(dayStart).matches(SettingsChange.DAY_START);
  }

  @ParameterizedTest
  @ValueSource(strings = {"24:00", "5:00", "05:60", "05:00:00", "05:5", ""})
  void beginADayAtNoOtherTime(String dayStart) {
    assertThat(dayStart).doesNotMatch(SettingsChange.DAY_START);
  }

  private static SettingsChange change(
      @Nullable String timeZone, @Nullable String dayStart, @Nullable String language) {
    return new SettingsChange(timeZone, dayStart, language);
  }
}
