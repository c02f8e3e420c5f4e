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
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

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

  /** What only this caller may present: it acts for a store. */
  public static String internal(String caller, long storeId) {
    return bearer(caller, "internal", claims(storeId));
  }

  /** What only this caller may present: it acts for no store. */
  public static String forNoStore(String caller) {
    return bearer(caller, "operator", claims(0).subject(null));
  }

  /** Good for nothing but to ask for ended sessions. */
  public static String directory(String caller) {
    return bearer(caller, "directory", claims(0).subject(null));
  }

  /** The operator's token; it acts for no store. */
  public static String operator() {
    return forNoStore(TokenClaims.OPERATOR_ISSUER);
  }

  /** The operator's token issued at that instant, for a service whose clock says so. */
  public static String operator(Instant issued) {
    return bearer(
        TokenClaims.OPERATOR_ISSUER,
        "operator",
        claims(0)
            .subject(null)
            .issuedAt(Date.from(issued))
            .expiration(Date.from(issued.plus(Duration.ofMinutes(1)))));
  }

  /** A token as one caller would sign it, of any scope. */
  public static String ofScope(String caller, String scope, long storeId) {
    return scope.equals("internal")
        ? internal(caller, storeId)
        : bearer(caller, scope, claims(0).subject(null));
  }

  private static String bearer(String caller, String scope, JwtBuilder claims) {
    return "Bearer " + sign(ownWords(claims, caller, scope), TestKeys.key(caller));
  }

  private static JwtBuilder ownWords(JwtBuilder claims, String caller, String scope) {
    return claims.issuer(caller).claim("scope", scope).claim(TokenClaims.SESSION, caller);
  }

  /** Headers that must be answered 401, by the name of what is wrong with them. */
  public static Map<String, String> refused(long storeId) {
    Map<String, String> refused = new TreeMap<>(refusedOfStores(storeId));
    refused.putAll(refusedOfCallers(storeId));
    return refused;
  }

  private static Map<String, String> refusedOfCallers(long storeId) {
    ECKey sale = TestKeys.key("sale-service");
    ECKey order = TestKeys.key("order-service");
    ECKey gateway = TestKeys.key("bff-gateway");
    Supplier<JwtBuilder> ofSale = () -> ownWords(claims(storeId), "sale-service", "internal");
    ECKey forged = new ECKey.Builder(TestKeys.newKey()).keyID(sale.getKeyID()).build();
    return Map.ofEntries(
        Map.entry("service: forged", "Bearer " + sign(ofSale.get(), forged)),
        Map.entry(
            "service: expired",
            "Bearer "
                + sign(
                    ofSale.get().expiration(Date.from(Instant.now().minus(Duration.ofMinutes(2)))),
                    sale)),
        Map.entry("service: another caller's key", "Bearer " + sign(ofSale.get(), order)),
        Map.entry(
            "service: another caller's kid",
            "Bearer "
                + sign(ofSale.get(), new ECKey.Builder(sale).keyID(order.getKeyID()).build())),
        Map.entry(
            "service: unknown kid",
            "Bearer " + sign(ofSale.get(), new ECKey.Builder(sale).keyID("none").build())),
        Map.entry("service: no kid", "Bearer " + signWithoutKid(ofSale.get(), sale)),
        Map.entry("service: HS256 signed with the public key", "Bearer " + confused(ofSale, sale)),
        Map.entry(
            "service: another's name as session",
            "Bearer " + sign(ofSale.get().claim(TokenClaims.SESSION, "order-service"), sale)),
        Map.entry("service: no store", "Bearer " + sign(ofSale.get().subject(null), sale)),
        Map.entry("service: unknown scope", bearer("sale-service", "store", claims(storeId))),
        Map.entry("service: operator", bearer("sale-service", "operator", claims(storeId))),
        Map.entry("service: a store's issuer", "Bearer " + sign(claims(storeId), sale)),
        Map.entry("gateway: for a store", bearer("bff-gateway", "internal", claims(storeId))),
        Map.entry("gateway: for no store", bearer("bff-gateway", "operator", claims(storeId))),
        Map.entry("gateway: a service's name", "Bearer " + sign(ofSale.get(), gateway)),
        Map.entry(
            "gateway: the operator's name",
            "Bearer " + sign(ownWords(claims(0), "operator", "operator"), gateway)));
  }

  private static Map<String, String> refusedOfStores(long storeId) {
    return Map.ofEntries(
        Map.entry("Bearer null", "Bearer null"),
        Map.entry("garbage", "Bearer a.b.c"),
        Map.entry("another scheme", "Basic dXNlcjpwYXNz"),
        Map.entry("signed with another key", "Bearer " + sign(claims(storeId), FOREIGN_KEY)),
        Map.entry("alg none", "Bearer " + claims(storeId).compact()),
        Map.entry(
            "HS256 signed with the public key", "Bearer " + confused(() -> claims(storeId), KEY)),
        Map.entry("unknown kid", "Bearer " + signUnknownKid(storeId)),
        Map.entry("another issuer", "Bearer " + sign(claims(storeId).issuer("somebody-else"), KEY)),
        Map.entry(
            "a service's issuer with a store's key",
            "Bearer " + sign(ownWords(claims(storeId), "sale-service", "internal"), KEY)),
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

  private static String confused(Supplier<JwtBuilder> claims, ECKey key) {
    try {
      KeyPair pair = key.toKeyPair();
      return claims
          .get()
          .header()
          .keyId(key.getKeyID())
          .and()
          .signWith(Keys.hmacShaKeyFor(pair.getPublic().getEncoded()), Jwts.SIG.HS256)
          .compact();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signWithoutKid(JwtBuilder claims, ECKey key) {
    try {
      return claims.signWith(key.toECPrivateKey(), Jwts.SIG.ES256).compact();
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
