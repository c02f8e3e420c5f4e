package com.salesync.common.paging;

import com.salesync.common.problem.Problem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

/**
 * Which part of a list is asked for; a controller takes it as {@code @Valid PageRequest}.
 *
 * @param limit entries at most, 1..1000; 1000 where the client names none
 * @param cursor {@code next_cursor} of the page before; null for the first page
 */
@ParameterObject
public record PageRequest(
    @Nullable @Min(1) @Max(MAX_LIMIT) Integer limit, @Nullable String cursor) {

  public static final int MAX_LIMIT = 1000;

  /** Entries that the page holds at most. */
  public int size() {
    return limit == null ? MAX_LIMIT : limit;
  }

  /** One row more than the page holds shows whether another page follows. */
  public int rowsToRead() {
    return size() + 1;
  }

  /**
   * The key after which the page begins.
   *
   * @param first before the first entry of the list; its length is that of the list's keys
   * @throws Problem 400 naming {@code cursor} if it is not one of such a list
   */
  public Cursor after(Cursor first) {
    return cursor == null || cursor.isEmpty() ? first : Cursor.parse(cursor, first.key().size());
  }

  /** The id after which a list sorted by id alone begins; 0 for the first page. */
  public long afterId() {
    return after(Cursor.of(0)).number(0);
  }
}
