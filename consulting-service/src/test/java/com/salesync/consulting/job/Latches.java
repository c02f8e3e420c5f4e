package com.salesync.consulting.job;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting for a latch where nothing interrupts. */
final class Latches {

  private Latches() {}

  static void await(CountDownLatch latch) {
    if (!await(latch, Duration.ofMinutes(1))) {
      throw new IllegalStateException("Nobody opened the latch");
    }
  }

  /** Whether it was opened in time. */
  static boolean await(CountDownLatch latch, Duration patience) {
    try {
      return latch.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      throw new IllegalStateException(stopping);
    }
  }
}
