package com.salesync.consulting.job;

import com.salesync.common.problem.Problem;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a few at a time do what costs a connection or a neighbour's attention. A crowd waits here in
 * order, where waiting costs a virtual thread and nothing else.
 */
final class Turnstile {

  private final Semaphore places;

  Turnstile(int places) {
    this.places = new Semaphore(places, true);
  }

  /** Does it when its turn comes. */
  <T> T pass(Supplier<T> work) {
    places.acquireUninterruptibly();
    return passed(work);
  }

  /**
   * Does it when its turn comes.
   *
   * @throws Problem 503 if that takes longer than the patience
   */
  <T> T pass(Duration patience, Supplier<T> work) {
    try {
      if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw Problem.unavailable("CONSULTING_CROWDED", 5);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw Problem.unavailable("CONSULTING_CROWDED", 5);
    }
    return passed(work);
  }

  private <T> T passed(Supplier<T> work) {
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
