package com.salesync.dashboard.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose totals of which days are asked for.
 *
 * @param days at most 1000
 * @param changedSince also every day of any store that changed since; only for the operator
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AskedDays(List<StoreDay> days, @Nullable Instant changedSince) {

  /** So many days may be asked for at once. */
  public static final int MOST_DAYS = 1000;
}
