package com.salesync.item.paging;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor what asks for the next page; null on the last
 */
public record Page<T>(List<T> entries, @Nullable String nextCursor) {

  /** The page within {@link PageQuery#rowsToRead()} rows, which ascend by the id given. */
  public static <T> Page<T> of(List<T> rows, PageQuery query, ToLongFunction<T> id) {
    if (rows.size() <= query.size()) {
      return new Page<>(rows, null);
    }
    List<T> entries = rows.subList(0, query.size());
    return new Page<>(entries, Long.toString(id.applyAsLong(entries.getLast())));
  }
}
