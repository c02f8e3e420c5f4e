package com.salesync.localstack.process;

import java.time.Duration;

/**
 * Half a second before the first restart, doubled for each one after it up to half a minute;
 * forgotten once the process has lived for twenty seconds.
 */
final class Backoff {

  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final Duration FORGIVEN_AFTER = Duration.ofSeconds(20);

  private Duration next = FIRST;

  Duration after(Duration lifetime) {
    if (lifetime.compareTo(FORGIVEN_AFTER) >= 0) {
      next = FIRST;
    }
    Duration pause = next;
    next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
    return pause;
  }
}
