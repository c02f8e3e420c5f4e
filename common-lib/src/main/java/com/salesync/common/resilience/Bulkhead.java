package com.salesync.common.resilience;

import com.salesync.common.problem.Problem;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a few at a time do what costs memory, a connection or a neighbour's attention. The others
 * wait in order, which costs a virtual thread each and nothing else.
 */
public final class Bulkhead {

  private final Semaphore permits;

  public Bulkhead(int maxConcurrent) {
    this.permits = new Semaphore(maxConcurrent, true);
  }

  /** Does the work as soon as it may, however long that takes. */
  public <T> T call(Supplier<T> work) {
    permits.acquireUninterruptibly();
    return doAndRelease(work);
  }

  /**
   * Does the work as soon as it may.
   *
   * @param full thrown if that takes longer than {@code maxWait}
   */
  public <T> T call(Duration maxWait, Supplier<Problem> full, Supplier<T> work) {
    try {
      if (!permits.tryAcquire(maxWait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw full.get();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw full.get();
    }
    return doAndRelease(work);
  }

  private <T> T doAndRelease(Supplier<T> work) {
    try {
      return work.get();
    } finally {
      permits.release();
    }
  }
}
