package com.salesync.common.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.salesync.common.security.TokenClaims;
import io.jsonwebtoken.JwtBuilder;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Mints the tokens a test calls with, good ones and every kind of bad one. */
public final class TestTokens {

  private static final ECKey KEY = newKey("test-key");
  private static final ECKey FOREIGN_KEY = newKey("test-key");

  private TestTokens() {}

  /** A store id no other test uses. */
  public static long newStore() {
    return ThreadLocalRandom.current().nextLong(1, 1_000_000_000_000L);
  }

  /** The public half, as store-service publishes it. */
  public static JWKSet publicKeys() {
    return new JWKSet(KEY.toPublicJWK());
  }

  /** An {@code Authorization} header for a store in Seoul whose day begins at midnight. */
  public static String bearer(long storeId) {
    return bearer(storeId, "Asia/Seoul", "00:00");
  }

  public static String bearer(long storeId, String zone, String dayStart) {
    return "Bearer " + sign(claims(storeId).claim("zone", zone).claim("day_start", dayStart), KEY);
  }

  /** A token issued at that instant, for a service whose {@link SettableClock} says so. */
  public static String bearer(long storeId, Instant issued) {
    return "Bearer "
        + sign(
            claims(storeId)
                .issuedAt(Date.from(issued))
                .expiration(Date.from(issued.plus(Duration.ofHours(1)))),
            KEY);
  }

  /** A token of the given session, so that the session can be ended at the stub. */
  public static String bearerOfSession(long storeId, String session) {
    return "Bearer " + sign(claims(storeId).claim(TokenClaims.SESSION, session), KEY);
  }

  /** What only another service may present. */
  public static String internal(long storeId) {
    return "Bearer "
        + claims(storeId)
            .issuer(TokenClaims.INTERNAL_ISSUER)
            .claim("scope", "internal")
            .signWith(
                Keys.hmacShaKeyFor(TestServers.INTERNAL_KEY.getBytes(StandardCharsets.UTF_8)),
                Jwts.SIG.HS256)
            .compact();
  }

  /** The operator's token; it acts for no store. */
  public static String operator() {
    return "Bearer "
        + claims(0)
            .subject(null)
            .issuer(TokenClaims.INTERNAL_ISSUER)
            .claim("scope", "operator")
            .signWith(
                Keys.hmacShaKeyFor(TestServers.INTERNAL_KEY.getBytes(StandardCharsets.UTF_8)),
                Jwts.SIG.HS256)
            .compact();
  }

  /** Headers that must be answered 401, by the name of what is wrong with them. */
  public static Map<String, String> refused(long storeId) {
    return Map.ofEntries(
        Map.entry("Bearer null", "Bearer null"),
        Map.entry("garbage", "Bearer a.b.c"),
        Map.entry("another scheme", "Basic dXNlcjpwYXNz"),
        Map.entry("signed with another key", "Bearer " + sign(claims(storeId), FOREIGN_KEY)),
        Map.entry("alg none", "Bearer " + claims(storeId).compact()),
        Map.entry("HS256 signed with the public key", "Bearer " + confused(storeId)),
        Map.entry("unknown kid", "Bearer " + signUnknownKid(storeId)),
        Map.entry("another issuer", "Bearer " + sign(claims(storeId).issuer("somebody-else"), KEY)),
        Map.entry(
            "internal issuer with a store's key",
            "Bearer "
                + sign(
                    claims(storeId).issuer(TokenClaims.INTERNAL_ISSUER).claim("scope", "internal"),
                    KEY)),
        Map.entry("another audience", "Bearer " + sign(claims(storeId, "somebody-else"), KEY)),
        Map.entry(
            "expired",
            "Bearer "
                + sign(
                    claims(storeId)
                        .expiration(Date.from(Instant.now().minus(Duration.ofMinutes(2)))),
                    KEY)),
        Map.entry(
            "not yet valid",
            "Bearer "
                + sign(
                    claims(storeId).notBefore(Date.from(Instant.now().plus(Duration.ofMinutes(5)))),
                    KEY)),
        Map.entry("another typ", "Bearer " + sign(claims(storeId).header().type("JWT").and(), KEY)),
        Map.entry("a store id of zero", "Bearer " + sign(claims(storeId).subject("0"), KEY)),
        Map.entry("revoked", bearerOfSession(storeId, StoreServiceStub.get().revokedSession())));
  }

  private static JwtBuilder claims(long storeId) {
    return claims(storeId, TokenClaims.AUDIENCE);
  }

  private static JwtBuilder claims(long storeId, String audience) {
    Instant now = Instant.now();
    return Jwts.builder()
        .header()
        .type(TokenClaims.TYPE)
        .and()
        .issuer(TokenClaims.STORE_ISSUER)
        .subject(Long.toString(storeId))
        .audience()
        .add(audience)
        .and()
        .issuedAt(Date.from(now))
        .expiration(Date.from(now.plus(Duration.ofHours(1))))
        .claim(TokenClaims.SESSION, UUID.randomUUID().toString())
        .claim(TokenClaims.ZONE, "Asia/Seoul")
        .claim(TokenClaims.DAY_START, "00:00");
  }

  private static String sign(JwtBuilder claims, ECKey key) {
    try {
      return claims
          .header()
          .keyId(key.getKeyID())
          .and()
          .signWith(key.toECPrivateKey(), Jwts.SIG.ES256)
          .compact();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signUnknownKid(long storeId) {
    try {
      return claims(storeId)
          .header()
          .keyId("no-such-key")
          .and()
          .signWith(KEY.toECPrivateKey(), Jwts.SIG.ES256)
          .compact();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String confused(long storeId) {
    try {
      KeyPair pair = KEY.toKeyPair();
      return claims(storeId)
          .header()
          .keyId(KEY.getKeyID())
          .and()
          .signWith(Keys.hmacShaKeyFor(pair.getPublic().getEncoded()), Jwts.SIG.HS256)
          .compact();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ECKey newKey(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
