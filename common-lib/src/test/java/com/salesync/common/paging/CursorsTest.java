package com.salesync.common.paging;

import static com.salesync.common.test.property.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.common.problem.Problem;
import com.salesync.common.test.property.Any;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever a client sends as its cursor. */
class CursorsTest {

  private static final long LARGEST = 999_999_999_999_999_999L;

  @Test
  void areReadAsTheyWereWritten() {
    forAll(
        100_000,
        any -> new Cursor(any.list(1, 4, CursorsTest::number)),
        cursor -> assertThat(Cursor.parse(cursor.text(), cursor.key().size())).isEqualTo(cursor));
    forAll(
        100_000,
        any -> new Sold(day(any), instant(any), any.number(1, LARGEST)),
        sold -> {
          Cursor read = Cursor.parse(Cursor.of(sold.day(), sold.time(), sold.id()).text(), 3);
          assertThat(new Sold(read.day(0), read.time(1), read.number(2))).isEqualTo(sold);
        });
  }

  private record Sold(LocalDate day, Instant time, long id) {}

  @Test
  void areRefusedIfTheyAreNone() {
    forAll(100_000, CursorsTest::sent, CursorsTest::assertReadOrRefused);
  }

  @Test
  void mayBeAsLongAsARequestIs() {
    assertReadOrRefused(encoded("1,".repeat(100_000) + "1"));
  }

  private static void assertReadOrRefused(String text) {
    try {
      Cursor cursor = new PageRequest(null, text).after(Cursor.of(0, 0));
      assertThat(cursor.key()).hasSize(2);
      cursor.day(0);
      cursor.time(1);
    } catch (Problem refusal) {
      assertThat(refusal.status().value()).isEqualTo(400);
      assertThat(refusal.errors()).extracting(Problem.FieldError::field).containsExactly("cursor");
    }
  }

  private static String sent(Any any) {
    String written =
        any.list(0, 8, CursorsTest::number).stream()
            .map(String::valueOf)
            .collect(Collectors.joining(any.of(",", ",", ",", ";", ",,")));
    String changed =
        any.chance(30)
            ? new StringBuilder(written)
                .insert(any.number(0, written.length()), any.characters(3))
                .toString()
            : written;
    return any.of(
        changed, encoded(changed), encoded(changed), encoded(changed) + any.characters(2));
  }

  private static String encoded(String written) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(written.getBytes(StandardCharsets.UTF_8));
  }

  private static long number(Any any) {
    return any.of(any.number(-LARGEST, LARGEST), any.number(-800_000L, 800_000L));
  }

  private static LocalDate day(Any any) {
    return LocalDate.ofEpochDay(
        any.number(LocalDate.of(1, 1, 1).toEpochDay(), LocalDate.of(9999, 12, 31).toEpochDay()));
  }

  private static Instant instant(Any any) {
    return day(any)
        .atStartOfDay()
        .toInstant(java.time.ZoneOffset.UTC)
        .plus(any.number(0, 86_399_999_999L), ChronoUnit.MICROS);
  }
}
