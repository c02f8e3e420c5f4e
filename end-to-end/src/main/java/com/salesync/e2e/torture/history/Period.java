package com.salesync.e2e.torture.history;

import java.time.Duration;

/**
 * When a fault was at work.
 *
 * @param began nanoseconds since the run began
 * @param ended the same: when it was taken away
 * @param healthy the same: when all was well again
 * @param effect what was seen of it at the stack
 */
public record Period(String fault, long began, long ended, long healthy, String effect) {

  /** From its end until all was well. */
  public Duration recovery() {
    return Duration.ofNanos(healthy - ended);
  }
}
