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
    return tokens(session, businessDays, signer);
  }

  /**
   * The tokens of the store's oldest session again; those of a new one if all have ended or its key
   * no longer signs. Joins the caller's transaction as {@link #openSession} does.
   */
  public SessionTokens resumeOldest(long storeId, BusinessDays businessDays) {
    Signer signer = keyRing.signer();
    return sessions
        .oldest(storeId)
        .filter(session -> session.kid().equals(signer.kid()))
        .map(session -> tokens(session, businessDays, signer))
        .orElseGet(() -> openSession(storeId, businessDays));
  }

  private SessionTokens tokens(Session session, BusinessDays businessDays, Signer signer) {
    return new SessionTokens(AccessTokens.sign(session, businessDays, signer), newCsrfToken());
  }

  private String newCsrfToken() {
    byte[] bytes = new byte[CSRF_TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
