package com.salesync.common.paging;

import com.salesync.common.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The key of the last entry of a page, in the order of the list's {@code order by}: the next page
 * begins after it. A client sees an opaque text.
 *
 * @param key ids, numbers, epoch days and microseconds since the epoch; no longer than 18 digits
 *     each
 */
public record Cursor(List<Long> key) {

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");

  public static Cursor of(long... key) {
    return new Cursor(Arrays.stream(key).boxed().toList());
  }

  /** Of a list sorted by day and then by id. */
  public static Cursor of(LocalDate day, long id) {
    return of(day.toEpochDay(), id);
  }

  /** Of a list sorted by time, to the microsecond, and then by id. */
  public static Cursor of(Instant time, long id) {
    return of(micros(time), id);
  }

  /** Of a list sorted by day, then by time, to the microsecond, and then by id. */
  public static Cursor of(LocalDate day, Instant time, long id) {
    return of(day.toEpochDay(), micros(time), id);
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws Problem 400 naming {@code cursor}
   */
  static Cursor parse(String text, int length) {
    List<String> written = List.of(decoded(text).split(",", -1));
    if (written.size() != length || !written.stream().allMatch(NUMBER.asMatchPredicate())) {
      throw invalid();
    }
    return new Cursor(written.stream().map(Long::valueOf).toList());
  }

  private static String decoded(String text) {
    try {
      return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
    } catch (IllegalArgumentException notBase64) {
      throw invalid();
    }
  }

  /** What a client sends to have the next page. */
  String text() {
    String written = key.stream().map(String::valueOf).collect(Collectors.joining(","));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(written.getBytes(StandardCharsets.US_ASCII));
  }

  public long number(int position) {
    return key.get(position);
  }

  /**
   * A day of four-digit years, which are those that PostgreSQL and the contract can write.
   *
   * @throws Problem 400 naming {@code cursor}
   */
  public LocalDate day(int position) {
    try {
      LocalDate day = LocalDate.ofEpochDay(number(position));
      if (day.getYear() >= 1 && day.getYear() <= 9999) {
        return day;
      }
    } catch (DateTimeException beyondTheCalendar) {
      throw invalid();
    }
    throw invalid();
  }

  /**
   * A time of four-digit years.
   *
   * @throws Problem 400 naming {@code cursor}
   */
  public Instant time(int position) {
    Instant time = Instant.EPOCH.plus(number(position), ChronoUnit.MICROS);
    int year = time.atOffset(ZoneOffset.UTC).getYear();
    if (year >= 1 && year <= 9999) {
      return time;
    }
    throw invalid();
  }

  private static Problem invalid() {
    return Problem.badRequest("VALIDATION_FAILED").field("cursor", "invalid");
  }
}
