package com.salesync.common.security;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.util.Optional;

/** What a service knows about the store tokens in circulation. */
public interface SessionDirectory {

  /**
   * The public keys store tokens may be signed with.
   *
   * @throws com.salesync.common.problem.Problem 503 if none has ever been learnt
   */
  JWKSet keys();

  /** Whether a session has been ended before its tokens expire. */
  boolean isRevoked(String session);

  /**
   * How long ago, by this service's clock, all was known of keys and ended sessions; never
   * negative, empty before it first was. Zero where nobody else has to be asked.
   */
  default Optional<Duration> age() {
    return Optional.of(Duration.ZERO);
  }
}
