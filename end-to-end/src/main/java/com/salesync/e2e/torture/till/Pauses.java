package com.salesync.e2e.torture.till;

import java.time.Duration;

/** Waits of those who have nothing to do meanwhile. */
public final class Pauses {

  private Pauses() {}

  /**
   * Returns after this time.
   *
   * @throws IllegalStateException when the run is ended from outside
   */
  public static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The run was ended.", e);
    }
  }
}
