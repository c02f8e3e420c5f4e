package com.salesync.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** The service's clock, which a test may set ahead for a while. */
final class MovableClock extends Clock {

  private volatile Duration ahead = Duration.ZERO;

  /** Runs the work as if it happened that much later. */
  <T> T later(Duration by, Supplier<T> work) {
    ahead = by;
    try {
      return work.get();
    } finally {
      ahead = Duration.ZERO;
    }
  }

  @Override
  public Instant instant() {
    return Clock.systemUTC().instant().plus(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
