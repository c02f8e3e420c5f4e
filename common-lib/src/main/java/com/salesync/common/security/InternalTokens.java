package com.salesync.common.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.salesync.common.time.BusinessDays;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Mints the tokens by which a service, under its own name, calls another one. */
public final class InternalTokens {

  private static final Duration LIFE = Duration.ofMinutes(1);

  /** So that a token that is sent has at least half its life before it. */
  private static final Duration REUSE = Duration.ofSeconds(30);

  /** More stores than one replica serves within the time. */
  private static final int MOST_REUSED = 5_000;

  private final PrivateKey key;
  private final String keyId;
  private final String service;
  private final Clock clock;

  private final Cache<Acting, Minted> minted =
      Caffeine.newBuilder().maximumSize(MOST_REUSED).expireAfterWrite(REUSE).build();

  private record Acting(TokenScope scope, long storeId, @Nullable BusinessDays businessDays) {}

  private record Minted(String authorization, Instant at) {}

  /**
   * The tokens of a service.
   *
   * @param key its private P-256 key, PKCS#8 in base64; PEM armour and line breaks may be there
   * @throws IllegalStateException if the key is none, or its public half is not in the file
   */
  InternalTokens(String key, String service, CallerKeys published, Clock clock) {
    this.key = privateKey(key);
    this.keyId = published.idOf(this.key, service);
    this.service = service;
    this.clock = clock;
  }

  private static PrivateKey privateKey(String pem) {
    try {
      String encoded = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
      return KeyFactory.getInstance("EC")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
    } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
      // Without the cause, which might quote the key.
      throw new IllegalStateException(
          "INTERNAL_SIGNING_KEY must be a private P-256 key, PKCS#8 in base64 or PEM");
    }
  }

  /** An {@code Authorization} header for a call on behalf of this store, good for half a minute. */
  public String actingFor(Tenant tenant) {
    return actingFor(tenant.storeId(), tenant.businessDays());
  }

  /** An {@code Authorization} header for work this service does for a store by itself. */
  public String actingFor(long storeId, BusinessDays businessDays) {
    return authorization(new Acting(TokenScope.INTERNAL, storeId, businessDays));
  }

  /** An {@code Authorization} header for operations that concern no single store. */
  public String actingForNoStore() {
    return authorization(new Acting(TokenScope.OPERATOR, 0, null));
  }

  /** An {@code Authorization} header that is good for nothing but to ask for ended sessions. */
  public String askingDirectory() {
    return authorization(new Acting(TokenScope.DIRECTORY, 0, null));
  }

  /**
   * An {@code Authorization} header that this very service takes as a store's and as that of any
   * service acting for one, until it is warm.
   */
  public String warmingUp() {
    return authorization(new Acting(TokenScope.WARM_UP, Tenant.NO_STORE, BusinessDays.DEFAULT));
  }

  private String authorization(Acting acting) {
    Instant now = clock.instant();
    Minted known = minted.getIfPresent(acting);
    if (known != null && !now.isBefore(known.at()) && now.isBefore(known.at().plus(REUSE))) {
      return known.authorization();
    }
    Minted fresh = new Minted("Bearer " + mint(acting, now), now);
    minted.put(acting, fresh);
    return fresh.authorization();
  }

  private String mint(Acting acting, Instant now) {
    JwtBuilder token =
        Jwts.builder()
            .header()
            .type(TokenClaims.TYPE)
            .keyId(keyId)
            .and()
            .issuer(service)
            .audience()
            .add(TokenClaims.AUDIENCE)
            .and()
            .issuedAt(Date.from(now))
            .expiration(Date.from(now.plus(LIFE)))
            .claim(TokenClaims.SCOPE, acting.scope().claim())
            .claim(TokenClaims.SESSION, service);
    BusinessDays days = acting.businessDays();
    if (days != null) {
      token
          .subject(Long.toString(acting.storeId()))
          .claim(TokenClaims.ZONE, days.zone().getId())
          .claim(TokenClaims.DAY_START, days.dayStart().toString());
    }
    return token.signWith(key, Jwts.SIG.ES256).compact();
  }
}
