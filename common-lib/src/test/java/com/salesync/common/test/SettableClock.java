package com.salesync.common.test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clock of a service under test. Declare it as a bean in place of the system's; tokens for
 * another time come from {@link TestTokens#bearer(long, Instant)}.
 */
public final class SettableClock extends Clock {

  private volatile Duration offset = Duration.ZERO;

  /** Goes on ticking from another instant. */
  public void set(Instant instant) {
    offset = Duration.between(Instant.now(), instant);
  }

  public void advance(Duration by) {
    offset = offset.plus(by);
  }

  /** Back to the real time. */
  public void reset() {
    offset = Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(offset);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.offset(Clock.system(zone), offset);
  }
}
