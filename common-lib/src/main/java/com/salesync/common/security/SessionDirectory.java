package com.salesync.common.security;

import com.nimbusds.jose.jwk.JWKSet;

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
}
