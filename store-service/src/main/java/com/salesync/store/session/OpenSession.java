package com.salesync.store.session;

import com.salesync.common.security.TokenClaims;
import com.salesync.common.time.BusinessDays;
import com.salesync.store.signing.KeyRing;
import com.salesync.store.signing.Signer;
import io.jsonwebtoken.Jwts;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens a session and signs its access token. */
@Component
public class OpenSession {

  /** Verifiers accept a token this long after its expiry, see common-lib's TokenVerifier. */
  private static final Duration TOLERATED_SKEW = Duration.ofSeconds(60);

  private static final DateTimeFormatter HOUR_AND_MINUTE = DateTimeFormatter.ofPattern("HH:mm");

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
    UUID id = UUID.randomUUID();
    Signer signer = keyRing.signer();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant expiry = now.plus(properties.tokenLife());
    sessions.open(id, storeId, signer.kid(), now, expiry.plus(TOLERATED_SKEW));
    String token =
        Jwts.builder()
            .header()
            .type(TokenClaims.TYPE)
            .keyId(signer.kid())
            .and()
            .issuer(TokenClaims.STORE_ISSUER)
            .audience()
            .add(TokenClaims.AUDIENCE)
            .and()
            .subject(Long.toString(storeId))
            .claim(TokenClaims.SESSION, id.toString())
            .claim(TokenClaims.ZONE, businessDays.zone().getId())
            .claim(TokenClaims.DAY_START, businessDays.dayStart().format(HOUR_AND_MINUTE))
            .issuedAt(Date.from(now))
            .expiration(Date.from(expiry))
            .signWith(signer.key(), Jwts.SIG.ES256)
            .compact();
    return new SessionTokens(token, randomToken());
  }

  private String randomToken() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
