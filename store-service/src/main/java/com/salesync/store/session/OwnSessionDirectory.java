package com.salesync.store.session;

import com.nimbusds.jose.jwk.JWKSet;
import com.salesync.common.problem.Problem;
import com.salesync.common.security.SessionDirectory;
import com.salesync.store.signing.KeyRing;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Looks where the others would ask. Nothing is cached for sessions: an end takes effect on all
 * replicas with the next request.
 */
@Component
class OwnSessionDirectory implements SessionDirectory {

  private final KeyRing keyRing;
  private final Sessions sessions;

  OwnSessionDirectory(KeyRing keyRing, Sessions sessions) {
    this.keyRing = keyRing;
    this.sessions = sessions;
  }

  @Override
  public JWKSet keys() {
    return keyRing.published();
  }

  @Override
  public boolean isRevoked(String session) {
    try {
      return sessions.hasEnded(UUID.fromString(session));
    } catch (DataAccessException unreachable) {
      throw Problem.unavailable("TOKENS_UNVERIFIABLE", 2);
    } catch (IllegalArgumentException notOneOfOurs) {
      return true;
    }
  }
}
