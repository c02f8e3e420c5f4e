package com.salesync.consulting.request;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting for a latch where nothing interrupts. */
public final class Latches {

  private Latches() {}

  public static void await(CountDownLatch latch) {
    if (!await(latch, Duration.ofMinutes(1))) {
      throw new IllegalStateException("Nobody opened the latch");
    }
  }

  /** Whether it was opened in time. */
  public static boolean await(CountDownLatch latch, Duration maxWait) {
    try {
      return latch.await(maxWait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      throw new IllegalStateException(stopping);
    }
  }
}
