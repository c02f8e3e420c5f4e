package com.salesync.store.ratelimit;

import com.salesync.common.problem.Problem;
import com.salesync.common.resilience.RateLimiter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A guess in progress: counted in advance, and not any more if it was none. */
public final class PasswordAttempt {

  private final List<Runnable> refunds = new ArrayList<>();
  private final Runnable onSuccess;

  PasswordAttempt(Runnable onSuccess) {
    this.onSuccess = onSuccess;
  }

  /**
   * Counts one, or refuses the whole attempt and counts nothing.
   *
   * @throws Problem 429 with the time to wait
   */
  <K> void count(RateLimiter<K> limiter, K key) {
    Duration wait = limiter.tryAcquire(key);
    if (!wait.isZero()) {
      undecided();
      throw RateLimiter.tooManyRequests(wait);
    }
    refunds.add(() -> limiter.refund(key));
  }

  /** Counts one if the limit allows it. */
  <K> boolean countIfAllowed(RateLimiter<K> limiter, K key) {
    boolean allowed = limiter.tryAcquire(key).isZero();
    if (allowed) {
      refunds.add(() -> limiter.refund(key));
    }
    return allowed;
  }

  /** The password was right: nothing is counted, and the address is known from now on. */
  public void succeeded() {
    undecided();
    onSuccess.run();
  }

  /** It could not be found out whether the password was right: nothing is counted. */
  public void undecided() {
    refunds.forEach(Runnable::run);
    refunds.clear();
  }
}
