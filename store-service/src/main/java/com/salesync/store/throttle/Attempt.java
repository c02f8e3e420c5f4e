package com.salesync.store.throttle;

import com.salesync.common.problem.Problem;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A guess in progress: paid for in advance, and given back if it was no guess. */
public final class Attempt {

  private static final long NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

  private final List<Bucket> paid = new ArrayList<>();
  private final Runnable onSuccess;

  Attempt(Runnable onSuccess) {
    this.onSuccess = onSuccess;
  }

  /** Takes one from the bucket, or refuses the whole attempt and gives back what it took. */
  void pay(Bucket bucket) {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      giveBack();
      throw tooMany(probe);
    }
    paid.add(bucket);
  }

  /** Takes one from the bucket if there is one. */
  boolean payIfPossible(Bucket bucket) {
    boolean possible = bucket.tryConsume(1);
    if (possible) {
      paid.add(bucket);
    }
    return possible;
  }

  /** The password was right: nothing is charged, and the address is known from now on. */
  public void succeeded() {
    giveBack();
    onSuccess.run();
  }

  /** It could not be found out whether the password was right. */
  public void giveBack() {
    paid.forEach(bucket -> bucket.addTokens(1));
    paid.clear();
  }

  static Problem tooMany(ConsumptionProbe probe) {
    long seconds = Math.ceilDiv(probe.getNanosToWaitForRefill(), NANOS_PER_SECOND);
    return Problem.tooManyRequests((int) Math.max(1, Math.min(seconds, Integer.MAX_VALUE)));
  }
}
