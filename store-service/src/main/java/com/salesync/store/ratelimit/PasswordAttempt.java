package com.salesync.store.ratelimit;

import com.salesync.common.problem.Problem;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A guess in progress: counted in advance, and not any more if it was none. */
public final class PasswordAttempt {

  private static final long NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

  private final List<Bucket> paid = new ArrayList<>();
  private final Runnable onSuccess;

  PasswordAttempt(Runnable onSuccess) {
    this.onSuccess = onSuccess;
  }

  /** Counts one, or refuses the whole attempt and counts nothing. */
  void pay(Bucket bucket) {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      undecided();
      throw tooMany(probe);
    }
    paid.add(bucket);
  }

  /** Counts one if the limit allows it. */
  boolean payIfPossible(Bucket bucket) {
    boolean possible = bucket.tryConsume(1);
    if (possible) {
      paid.add(bucket);
    }
    return possible;
  }

  /** The password was right: nothing is charged, and the address is known from now on. */
  public void succeeded() {
    undecided();
    onSuccess.run();
  }

  /** It could not be found out whether the password was right. */
  public void undecided() {
    paid.forEach(bucket -> bucket.addTokens(1));
    paid.clear();
  }

  static Problem tooMany(ConsumptionProbe probe) {
    long seconds = Math.ceilDiv(probe.getNanosToWaitForRefill(), NANOS_PER_SECOND);
    return Problem.tooManyRequests((int) Math.max(1, Math.min(seconds, Integer.MAX_VALUE)));
  }
}
