package com.salesync.store.session;

import com.salesync.common.time.BusinessDays;
import com.salesync.store.signing.KeyRing;
import com.salesync.store.signing.Signer;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Opens a session and signs its access token. */
@Component
public class OpenSession {

  private static final int CSRF_TOKEN_BYTES = 32;

  private final Sessions sessions;
  private final KeyRing keyRing;
  private final SessionProperties properties;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  OpenSession(Sessions sessions, KeyRing keyRing, SessionProperties properties, Clock clock) {
    this.sessions = sessions;
    this.keyRing = keyRing;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * Joins the caller's transaction, which must hold the store's row: a login that raced a password
   * change must not leave a session behind.
   */
  public SessionTokens openSession(long storeId, BusinessDays businessDays) {
    Signer signer = keyRing.signer();
    Session session = Session.open(storeId, signer.kid(), clock.instant(), properties.tokenLife());
    sessions.add(session);
    return new SessionTokens(AccessTokens.sign(session, businessDays, signer), newCsrfToken());
  }

  private String newCsrfToken() {
    byte[] bytes = new byte[CSRF_TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
