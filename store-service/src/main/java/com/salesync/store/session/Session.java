package com.salesync.store.session;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What an access token stands for until it expires.
 *
 * @param kid the key that signs its token
 * @param openedAt in whole seconds, as a token can say it
 * @param tokenExpiresAt in whole seconds
 */
record Session(UUID id, long storeId, String kid, Instant openedAt, Instant tokenExpiresAt) {

  /** Verifiers accept a token this long after its expiry, see common-lib's TokenVerifier. */
  private static final Duration TOLERATED_SKEW = Duration.ofSeconds(60);

  static Session open(long storeId, String kid, Instant now, Duration tokenLife) {
    Instant openedAt = now.truncatedTo(ChronoUnit.SECONDS);
    return new Session(UUID.randomUUID(), storeId, kid, openedAt, openedAt.plus(tokenLife));
  }

  /**
   * As it is kept.
   *
   * @param expiresAt as {@link #expiresAt()} has it
   */
  static Session kept(UUID id, long storeId, String kid, Instant openedAt, Instant expiresAt) {
    return new Session(id, storeId, kid, openedAt, expiresAt.minus(TOLERATED_SKEW));
  }

  /**
   * When no verifier accepts the token any more. Until then the session is kept, so that it can be
   * ended, and so is the key that signed it.
   */
  Instant expiresAt() {
    return tokenExpiresAt.plus(TOLERATED_SKEW);
  }
}
