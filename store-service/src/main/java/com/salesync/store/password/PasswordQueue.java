package com.salesync.store.password;

import com.salesync.common.address.ClientAddress;
import com.salesync.common.deadline.Deadline;
import com.salesync.common.problem.Problem;
import com.salesync.common.resilience.FairBulkhead;
import com.salesync.common.resilience.RateLimiter;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Whose log-in, sign-up or check of a password it is: addresses take turns. A turn comes before the
 * first statement, so that those who wait hold no connection.
 */
@Component
public class PasswordQueue {

  /** While some are hashed, so many more speak with the database. */
  private static final int BESIDE_HASHING = 2;

  private final FairBulkhead<ClientAddress> turns;
  private final PasswordProperties properties;

  PasswordQueue(PasswordHashes hashes, PasswordProperties properties) {
    int atOnce = properties.threads() + BESIDE_HASHING;
    Duration expected = hashes.typical().multipliedBy(atOnce).dividedBy(properties.threads());
    this.turns = new FairBulkhead<>(atOnce, expected);
    this.properties = properties;
  }

  /**
   * Does the work when it is the address's turn; within it, no other turn is taken.
   *
   * @throws Problem 429 {@code PASSWORDS_BUSY} with the time to wait, if that is too long
   */
  public <T> T inTurn(ClientAddress address, Supplier<T> work) {
    return turns.call(
        address,
        Deadline.cut(properties.longestTurn()),
        Deadline.cut(properties.longestWait()),
        PasswordQueue::busy,
        work);
  }

  private static Problem busy(Duration wait) {
    return Problem.tooManyRequests("PASSWORDS_BUSY", RateLimiter.secondsToWait(wait));
  }
}
