package com.salesync.common.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.salesync.common.security.CallerKeys.CallerKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Verifies a token by the keys of the issuer it names, with ES256 and nothing else: a store token
 * with a key that store-service publishes, any other with the very key of its caller. Keys named by
 * the token itself ({@code jwk}, {@code jku}, {@code x5u}) are never looked at.
 */
final class TokenVerifier implements JwtDecoder {

  private static final Duration MAX_SKEW = Duration.ofSeconds(60);

  /** More tills than one replica serves; of one that is quiet for longer, nothing is kept. */
  private static final int MOST_KNOWN = 5_000;

  private static final Duration QUIET = Duration.ofMinutes(10);

  private final SessionDirectory directory;
  private final CallerKeys callers;
  private final WarmingUp warmingUp;
  private final JwtDecoder storeSignatures;
  private final OAuth2TokenValidator<Jwt> storeClaims;
  private final OAuth2TokenValidator<Jwt> internalClaims;

  /**
   * An elliptic curve signature costs more to check than all else in a request, and a till sends
   * the same token all day.
   */
  private final Cache<Signed, Jwt> known =
      Caffeine.newBuilder().maximumSize(MOST_KNOWN).expireAfterAccess(QUIET).build();

  /** A token and the keys it was checked with, so that it is checked anew when they change. */
  private record Signed(String token, Object keys) {}

  TokenVerifier(SessionDirectory directory, CallerKeys callers, WarmingUp warmingUp, Clock clock) {
    this.directory = directory;
    this.callers = callers;
    this.warmingUp = warmingUp;
    this.storeSignatures = signatures((selector, context) -> selector.select(directory.keys()));
    this.storeClaims =
        claims(
            clock,
            new JwtIssuerValidator(TokenClaims.STORE_ISSUER),
            claim("sub", TokenVerifier::isStoreId),
            claim(TokenClaims.SESSION, sid -> !directory.isRevoked(sid)),
            claim(TokenClaims.ZONE, zone -> true),
            claim(TokenClaims.DAY_START, start -> true));
    this.internalClaims = claims(clock);
  }

  @Override
  public Jwt decode(String token) {
    JWT parsed = parse(token);
    if (isOfStoreService(parsed)) {
      return valid(signedByStoreService(token), storeClaims);
    }
    CallerKey key = callerKey(parsed);
    return ownWords(valid(signed(token, key), internalClaims), key);
  }

  /** Asks for the keys first: from inside the decoder their 503 would come out as a 401. */
  private Jwt signedByStoreService(String token) {
    return known.get(
        new Signed(token, directory.keys()), unknown -> storeSignatures.decode(unknown.token()));
  }

  private Jwt signed(String token, CallerKey key) {
    return known.get(
        new Signed(token, key),
        unknown ->
            signatures(new ImmutableJWKSet<>(new JWKSet(key.key()))).decode(unknown.token()));
  }

  private CallerKey callerKey(JWT token) {
    String keyId = token.getHeader() instanceof JWSHeader header ? header.getKeyID() : null;
    CallerKey key = keyId == null ? null : callers.find(keyId);
    if (key == null) {
      throw new BadJwtException("Unknown issuer or key");
    }
    return key;
  }

  /** Nobody speaks in another caller's name, nor beyond what the file lets its key sign. */
  private Jwt ownWords(Jwt token, CallerKey key) {
    TokenScope scope = TokenScope.ofCaller(token.getClaimAsString(TokenClaims.SCOPE));
    boolean own =
        key.caller().equals(token.getClaimAsString("iss"))
            && key.caller().equals(token.getClaimAsString(TokenClaims.SESSION))
            && scope != null
            && (scope == TokenScope.WARM_UP
                ? warmingUp.admits(key.caller())
                : key.scopes().contains(scope))
            && (!TokenScope.isOfStore(token) || namesAStore(token));
    if (!own) {
      throw new BadJwtException("More than " + key.caller() + " may say");
    }
    return token;
  }

  private static boolean namesAStore(Jwt token) {
    return token.getSubject() != null
        && isStoreId(token.getSubject())
        && token.hasClaim(TokenClaims.ZONE)
        && token.hasClaim(TokenClaims.DAY_START);
  }

  private static Jwt valid(Jwt signed, OAuth2TokenValidator<Jwt> claims) {
    OAuth2TokenValidatorResult result = claims.validate(signed);
    if (result.hasErrors()) {
      throw new JwtValidationException("Refused claims", result.getErrors());
    }
    return signed;
  }

  private static JWT parse(String token) {
    try {
      return JWTParser.parse(token);
    } catch (ParseException | RuntimeException malformed) {
      throw new BadJwtException("Malformed token", malformed);
    }
  }

  private static boolean isOfStoreService(JWT token) {
    try {
      return TokenClaims.STORE_ISSUER.equals(token.getJWTClaimsSet().getIssuer());
    } catch (ParseException | RuntimeException malformed) {
      throw new BadJwtException("Malformed token", malformed);
    }
  }

  private static JwtDecoder signatures(JWKSource<SecurityContext> keys) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(TokenClaims.TYPE)));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, keys));
    processor.setJWTClaimsSetVerifier((claimsSet, context) -> {});
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
    decoder.setJwtValidator(token -> OAuth2TokenValidatorResult.success());
    return decoder;
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static OAuth2TokenValidator<Jwt> claims(
      Clock clock, OAuth2TokenValidator<Jwt>... others) {
    JwtTimestampValidator times = new JwtTimestampValidator(MAX_SKEW);
    times.setClock(clock);
    times.setAllowEmptyExpiryClaim(false);
    return new DelegatingOAuth2TokenValidator<>(
        times,
        new JwtClaimValidator<List<String>>(
            "aud", audience -> audience != null && audience.contains(TokenClaims.AUDIENCE)),
        new DelegatingOAuth2TokenValidator<>(others));
  }

  private static OAuth2TokenValidator<Jwt> claim(String name, Predicate<String> accepted) {
    return new JwtClaimValidator<Object>(
        name, value -> value instanceof String text && accepted.test(text));
  }

  private static boolean isStoreId(String subject) {
    return subject.matches("[1-9][0-9]{0,17}");
  }
}
