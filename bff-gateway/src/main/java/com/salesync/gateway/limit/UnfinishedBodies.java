package com.salesync.gateway.limit;

import com.salesync.common.address.ClientAddress;
import com.salesync.common.problem.Problem;
import com.salesync.common.resilience.ConcurrencyLimiter;
import org.springframework.stereotype.Component;

/**
 * The request bodies that have begun to arrive and are not all there, of which an address has no
 * more than a shop behind one router ever needs.
 */
@Component
public final class UnfinishedBodies {

  private static final int RETRY_AFTER_SECONDS = 1;

  private final ConcurrencyLimiter<ClientAddress> perAddress;

  UnfinishedBodies(BodyProperties properties) {
    this.perAddress = new ConcurrencyLimiter<>(properties.unfinishedPerAddress());
  }

  /**
   * Counts one more; {@link #end} takes it back.
   *
   * @throws Problem 429 when the address has as many on their way as it may
   */
  public void begin(ClientAddress address) {
    if (!perAddress.tryAcquire(address)) {
      throw Problem.tooManyRequests("TOO_MANY_UNFINISHED", RETRY_AFTER_SECONDS);
    }
  }

  /** This one is there, or will never be. */
  public void end(ClientAddress address) {
    perAddress.release(address);
  }
}
