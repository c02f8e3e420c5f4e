package com.salesync.common.time;

import static com.salesync.common.test.property.ForAll.forAll;
import static org.assertj.core.api.Assertions.fail;

import com.salesync.common.test.property.Any;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Wherever and whenever a shop begins its days: they follow each other, and each instant is of one.
 */
class BusinessDaysOfAllZonesTest {

  private static final Instant FROM = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2041-01-01T00:00:00Z");

  /** One of those whose clocks have always been alike. */
  private static final Collection<ZoneId> ZONES =
      ZoneId.getAvailableZoneIds().stream()
          .sorted()
          .map(ZoneId::of)
          .collect(Collectors.toMap(ZoneId::getRules, Function.identity(), (one, alike) -> one))
          .values();

  @Test
  void followEachOtherWheneverClocksChange() {
    for (ZoneId zone : ZONES) {
      changes(zone.getRules())
          .forEach(
              change ->
                  starts(change)
                      .distinct()
                      .forEach(
                          start ->
                              assertInOrder(new BusinessDays(zone, start), change.getInstant())));
    }
  }

  @Test
  void followEachOtherAtAnyTime() {
    List<ZoneId> zones = List.copyOf(ZONES);
    forAll(
        100_000,
        any -> new Moment(new BusinessDays(any.of(zones), minute(any)), instant(any)),
        moment -> assertInOrder(moment.days(), moment.instant()));
  }

  private record Moment(BusinessDays days, Instant instant) {}

  private static LocalTime minute(Any any) {
    return LocalTime.ofSecondOfDay(60L * any.number(0, 24 * 60 - 1));
  }

  private static Instant instant(Any any) {
    return Instant.ofEpochSecond(
        any.number(FROM.getEpochSecond(), UNTIL.getEpochSecond()), any.number(0, 999_999_999));
  }

  private static Stream<ZoneOffsetTransition> changes(ZoneRules rules) {
    return Stream.iterate(
        rules.nextTransition(FROM),
        change -> change != null && change.getInstant().isBefore(UNTIL),
        change -> rules.nextTransition(change.getInstant()));
  }

  /** Each full hour, and what the clocks show when they change, and a minute beside it. */
  private static Stream<LocalTime> starts(ZoneOffsetTransition change) {
    LocalTime before = change.getDateTimeBefore().toLocalTime();
    LocalTime after = change.getDateTimeAfter().toLocalTime();
    Duration half = change.getDuration().dividedBy(2);
    return Stream.concat(
        IntStream.range(0, 24).mapToObj(hour -> LocalTime.of(hour, 0)),
        LongStream.rangeClosed(-1, 1)
            .boxed()
            .flatMap(
                minute ->
                    Stream.of(before, after, before.plus(half)).map(at -> at.plusMinutes(minute))));
  }

  private static void assertInOrder(BusinessDays days, Instant instant) {
    LocalDate day = days.dayOf(instant);
    if (instant.isBefore(days.startOf(day))
        || !instant.isBefore(days.startOf(day.plusDays(1)))
        || !IntStream.rangeClosed(-1, 1).allMatch(ahead -> isWhole(days, day.plusDays(ahead)))) {
      fail("%s: %s is not of %s, or that is not whole", days, instant, day);
    }
  }

  private static boolean isWhole(BusinessDays days, LocalDate day) {
    Instant start = days.startOf(day);
    Instant next = days.startOf(day.plusDays(1));
    return start.equals(next)
        ? isLeftOut(days, day)
        : start.isBefore(next)
            && days.dayOf(start).equals(day)
            && days.dayOf(next.minusNanos(1)).equals(day);
  }

  /** Samoa had no 30 December 2011, Kwajalein no 21 August 1993. */
  private static boolean isLeftOut(BusinessDays days, LocalDate day) {
    ZoneOffsetTransition change = days.zone().getRules().getTransition(day.atTime(days.dayStart()));
    return change != null && change.isGap() && change.getDuration().toHours() >= 23;
  }
}
