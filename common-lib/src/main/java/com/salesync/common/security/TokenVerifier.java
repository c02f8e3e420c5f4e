package com.salesync.common.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableSecret;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.nio.charset.StandardCharsets;
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
 * Verifies a token by the one algorithm of the issuer it names: ES256 with a published key for
 * store tokens, HS256 with the internal key for internal ones. Keys named by the token itself
 * ({@code jwk}, {@code jku}, {@code x5u}) are never looked at.
 */
final class TokenVerifier implements JwtDecoder {

  private static final Duration MAX_SKEW = Duration.ofSeconds(60);

  /** More tills than one replica serves; of one that is quiet for longer, nothing is kept. */
  private static final int MOST_KNOWN = 5_000;

  private static final Duration QUIET = Duration.ofMinutes(10);

  private final SessionDirectory directory;
  private final JwtDecoder storeSignatures;
  private final OAuth2TokenValidator<Jwt> storeClaims;
  private final JwtDecoder internalSignatures;
  private final OAuth2TokenValidator<Jwt> internalClaims;

  /**
   * An elliptic curve signature costs more to check than all else in a request, and a till sends
   * the same token all day.
   */
  private final Cache<Signed, Jwt> known =
      Caffeine.newBuilder().maximumSize(MOST_KNOWN).expireAfterAccess(QUIET).build();

  /** A token and the keys it was checked with, so that it is checked anew when they change. */
  private record Signed(String token, JWKSet keys) {}

  TokenVerifier(SessionDirectory directory, String internalKey, Clock clock) {
    this.directory = directory;
    this.storeSignatures =
        signatures(JWSAlgorithm.ES256, (selector, context) -> selector.select(directory.keys()));
    this.storeClaims =
        claims(
            TokenClaims.STORE_ISSUER,
            clock,
            claim("sub", TokenVerifier::isStoreId),
            claim(TokenClaims.SESSION, sid -> !directory.isRevoked(sid)),
            claim(TokenClaims.ZONE, zone -> true),
            claim(TokenClaims.DAY_START, start -> true));
    this.internalSignatures =
        signatures(
            JWSAlgorithm.HS256,
            new ImmutableSecret<>(internalKey.getBytes(StandardCharsets.UTF_8)));
    this.internalClaims =
        claims(
            TokenClaims.INTERNAL_ISSUER,
            clock,
            claim(TokenClaims.SCOPE, scope -> true),
            claim(TokenClaims.SESSION, service -> true));
  }

  @Override
  public Jwt decode(String token) {
    return switch (issuer(token)) {
      case TokenClaims.STORE_ISSUER -> valid(signedByStoreService(token), storeClaims);
      case TokenClaims.INTERNAL_ISSUER -> valid(internalSignatures.decode(token), internalClaims);
      default -> throw new BadJwtException("Unknown issuer");
    };
  }

  /** Asks for the keys first: from inside the decoder their 503 would come out as a 401. */
  private Jwt signedByStoreService(String token) {
    return known.get(
        new Signed(token, directory.keys()), unknown -> storeSignatures.decode(unknown.token()));
  }

  private static Jwt valid(Jwt signed, OAuth2TokenValidator<Jwt> claims) {
    OAuth2TokenValidatorResult result = claims.validate(signed);
    if (result.hasErrors()) {
      throw new JwtValidationException("Refused claims", result.getErrors());
    }
    return signed;
  }

  private static String issuer(String token) {
    try {
      String issuer = JWTParser.parse(token).getJWTClaimsSet().getIssuer();
      return issuer == null ? "" : issuer;
    } catch (ParseException | RuntimeException malformed) {
      throw new BadJwtException("Malformed token", malformed);
    }
  }

  private static JwtDecoder signatures(JWSAlgorithm algorithm, JWKSource<SecurityContext> keys) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(TokenClaims.TYPE)));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithm, keys));
    processor.setJWTClaimsSetVerifier((claimsSet, context) -> {});
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
    decoder.setJwtValidator(token -> OAuth2TokenValidatorResult.success());
    return decoder;
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static OAuth2TokenValidator<Jwt> claims(
      String issuer, Clock clock, OAuth2TokenValidator<Jwt>... others) {
    JwtTimestampValidator times = new JwtTimestampValidator(MAX_SKEW);
    times.setClock(clock);
    times.setAllowEmptyExpiryClaim(false);
    return new DelegatingOAuth2TokenValidator<>(
        times,
        new JwtIssuerValidator(issuer),
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
