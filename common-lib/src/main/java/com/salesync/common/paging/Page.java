package com.salesync.common.paging;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor what asks for the next page; null on the last
 */
public record Page<T>(List<T> entries, @Nullable String nextCursor) {

  /**
   * The page within {@link PageRequest#rowsToRead()} rows.
   *
   * @param key of an entry, in the order of the rows
   */
  public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, Cursor> key) {
    if (rows.size() <= request.size()) {
      return new Page<>(rows, null);
    }
    List<T> entries = rows.subList(0, request.size());
    return new Page<>(entries, key.apply(entries.getLast()).text());
  }

  /** The page within rows that ascend by an id alone. */
  public static <T> Page<T> byId(List<T> rows, PageRequest request, ToLongFunction<T> id) {
    return of(rows, request, row -> Cursor.of(id.applyAsLong(row)));
  }

  /** The same page with other entries, such as those of an answer. */
  public <R> Page<R> map(Function<? super T, ? extends R> change) {
    return new Page<>(entries.stream().<R>map(change).toList(), nextCursor);
  }
}
