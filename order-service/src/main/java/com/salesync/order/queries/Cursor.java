package com.salesync.order.queries;

import com.salesync.common.problem.Problem;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The place in a list after which the next page begins.
 *
 * @param major what the list is sorted by: a table number or the epoch day of a business day
 * @param minor the order's id, among equals
 */
record Cursor(long major, long minor) {

  static final Cursor START = new Cursor(LocalDate.of(1, 1, 1).toEpochDay(), 0);

  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,7})-([0-9]{1,18})");

  /**
   * Reads what {@link #toString} wrote; absent means from the start.
   *
   * @throws Problem 400 naming {@code cursor}
   */
  static Cursor parse(@Nullable String text) {
    if (text == null) {
      return START;
    }
    Matcher parts = WRITTEN.matcher(text);
    if (!parts.matches()) {
      throw Problem.badRequest("VALIDATION_FAILED").field("cursor", "invalid");
    }
    return new Cursor(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
  }

  LocalDate day() {
    return LocalDate.ofEpochDay(major);
  }

  @Override
  public String toString() {
    return major + "-" + minor;
  }
}
