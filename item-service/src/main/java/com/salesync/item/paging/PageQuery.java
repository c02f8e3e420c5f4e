package com.salesync.item.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param limit entries at most, 1..1000; 1000 where the client names none
 * @param cursor {@code next_cursor} of the page before; null for the first page
 */
public record PageQuery(
    @Nullable @Min(1) @Max(LARGEST) Integer limit, @Nullable @PositiveOrZero Long cursor) {

  private static final int LARGEST = 1000;

  /** The id after which the page begins. */
  public long after() {
    return cursor == null ? 0 : cursor;
  }

  public int size() {
    return limit == null ? LARGEST : limit;
  }

  /** One row more than the page holds tells whether another page follows. */
  public int rowsToRead() {
    return size() + 1;
  }
}
