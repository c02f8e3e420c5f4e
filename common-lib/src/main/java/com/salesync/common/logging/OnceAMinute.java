package com.salesync.common.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Lets one warning a minute through of all that the loggers with some prefixes say of one outage;
 * what they say below that level is not its concern.
 */
final class OnceAMinute extends TurboFilter {

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final List<String> loggers;
  private final LongSupplier nanos;
  private final AtomicLong next;

  /**
   * Lets the first through.
   *
   * @param loggers prefixes of their names
   * @param nanos as {@link System#nanoTime()}
   */
  OnceAMinute(List<String> loggers, LongSupplier nanos) {
    this.loggers = List.copyOf(loggers);
    this.nanos = nanos;
    this.next = new AtomicLong(nanos.getAsLong());
  }

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] parameters,
      @Nullable Throwable failure) {
    boolean isOnlyAsked = format == null && failure == null;
    if (isOnlyAsked
        || !level.isGreaterOrEqual(Level.WARN)
        || !level.isGreaterOrEqual(logger.getEffectiveLevel())
        || loggers.stream().noneMatch(logger.getName()::startsWith)) {
      return FilterReply.NEUTRAL;
    }
    long now = nanos.getAsLong();
    long due = next.get();
    return now - due >= 0 && next.compareAndSet(due, now + MINUTE)
        ? FilterReply.NEUTRAL
        : FilterReply.DENY;
  }
}
