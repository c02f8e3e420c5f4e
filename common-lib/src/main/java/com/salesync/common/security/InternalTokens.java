package com.salesync.common.security;

import com.salesync.common.time.BusinessDays;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.crypto.SecretKey;

/** Mints the tokens by which a service acts for one store, and the operator's. */
public final class InternalTokens {

  private static final Duration LIFE = Duration.ofMinutes(1);

  private final SecretKey key;
  private final String service;
  private final Clock clock;

  InternalTokens(String key, String service, Clock clock) {
    this.key = Keys.hmacShaKeyFor(key.getBytes(StandardCharsets.UTF_8));
    this.service = service;
    this.clock = clock;
  }

  /** An {@code Authorization} header for a call on behalf of this store, good for one minute. */
  public String actingFor(Tenant tenant) {
    return actingFor(tenant.storeId(), tenant.businessDays());
  }

  /** An {@code Authorization} header for work this service does for a store by itself. */
  public String actingFor(long storeId, BusinessDays businessDays) {
    return bearer(
        token(TokenScope.INTERNAL, LIFE)
            .subject(Long.toString(storeId))
            .claim(TokenClaims.ZONE, businessDays.zone().getId())
            .claim(TokenClaims.DAY_START, businessDays.dayStart().toString()));
  }

  /** An {@code Authorization} header for operations that concern no single store. */
  public String actingForNoStore() {
    return bearer(token(TokenScope.OPERATOR, LIFE));
  }

  private JwtBuilder token(TokenScope scope, Duration life) {
    Instant now = clock.instant();
    return Jwts.builder()
        .header()
        .type(TokenClaims.TYPE)
        .and()
        .issuer(TokenClaims.INTERNAL_ISSUER)
        .audience()
        .add(TokenClaims.AUDIENCE)
        .and()
        .issuedAt(Date.from(now))
        .expiration(Date.from(now.plus(life)))
        .claim(TokenClaims.SCOPE, scope.claim())
        .claim(TokenClaims.SESSION, service);
  }

  private String bearer(JwtBuilder token) {
    return "Bearer " + token.signWith(key, Jwts.SIG.HS256).compact();
  }
}
