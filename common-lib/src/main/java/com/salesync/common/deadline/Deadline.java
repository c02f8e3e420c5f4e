package com.salesync.common.deadline;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Until when the answer to the request under way is waited for. Counted by this process's own
 * clock, whose every nanosecond is one.
 */
public final class Deadline {

  /** Between the services: when the caller gives up, in milliseconds since 1970 UTC. */
  public static final String HEADER = "Salesync-Deadline";

  /** Whoever is asked gives up this much sooner, so that its answer still arrives. */
  private static final Duration MARGIN = Duration.ofMillis(200);

  private static final ThreadLocal<@Nullable Deadline> CURRENT = new ThreadLocal<>();

  private final long endNanos;

  private Deadline(Duration remaining) {
    this.endNanos = System.nanoTime() + remaining.toNanos();
  }

  public static Deadline in(Duration remaining) {
    return new Deadline(remaining);
  }

  /** That of the request this thread works for, if it does. */
  public static @Nullable Deadline current() {
    return CURRENT.get();
  }

  /** A wait that ends no later than the request under way. */
  public static Duration cut(Duration longest) {
    Deadline current = CURRENT.get();
    if (current == null) {
      return longest;
    }
    Duration remaining = current.remaining();
    return remaining.compareTo(longest) < 0 ? remaining : longest;
  }

  /** Does a part of what is under way that may take less time than all of it. */
  public static <T> T within(Duration longest, Supplier<T> part) {
    Deadline whole = CURRENT.get();
    setCurrent(in(cut(longest)));
    try {
      return part.get();
    } finally {
      setCurrent(whole);
    }
  }

  /** Zero if it has passed. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
  }

  /** Whether a neighbour can still be asked. */
  public boolean leavesTimeToAsk() {
    return remaining().compareTo(MARGIN) > 0;
  }

  /** What a neighbour that is asked now is told in the {@link #HEADER}. */
  public String forNeighbour() {
    return Long.toString(System.currentTimeMillis() + remaining().minus(MARGIN).toMillis());
  }

  public boolean hasPassed() {
    return endNanos - System.nanoTime() <= 0;
  }

  /** Makes it the one of what this thread does, or none. */
  static void setCurrent(@Nullable Deadline deadline) {
    if (deadline == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(deadline);
    }
  }
}
