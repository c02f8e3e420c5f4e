package com.salesync.common.security;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
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
import java.util.function.Predicate;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Verifies a token by the one algorithm of the issuer it names: ES256 with a published key for
 * store tokens, HS256 with the internal key for internal ones. Keys named by the token itself
 * ({@code jwk}, {@code jku}, {@code x5u}) are never looked at.
 */
final class TokenVerifier implements JwtDecoder {

  private static final Duration MAX_SKEW = Duration.ofSeconds(60);

  private final SessionDirectory directory;
  private final JwtDecoder storeTokens;
  private final JwtDecoder internalTokens;

  TokenVerifier(SessionDirectory directory, String internalKey, Clock clock) {
    this.directory = directory;
    JWKSource<SecurityContext> published = (selector, context) -> selector.select(directory.keys());
    this.storeTokens =
        decoder(
            JWSAlgorithm.ES256,
            published,
            TokenClaims.STORE_ISSUER,
            clock,
            claim("sub", TokenVerifier::isStoreId),
            claim(TokenClaims.SESSION, sid -> !directory.isRevoked(sid)),
            claim(TokenClaims.ZONE, zone -> true),
            claim(TokenClaims.DAY_START, start -> true));
    this.internalTokens =
        decoder(
            JWSAlgorithm.HS256,
            new ImmutableSecret<>(internalKey.getBytes(StandardCharsets.UTF_8)),
            TokenClaims.INTERNAL_ISSUER,
            clock,
            claim(TokenClaims.SCOPE, scope -> true),
            claim(TokenClaims.SESSION, service -> true));
  }

  @Override
  public Jwt decode(String token) {
    return switch (issuer(token)) {
      case TokenClaims.STORE_ISSUER -> decodeStoreToken(token);
      case TokenClaims.INTERNAL_ISSUER -> internalTokens.decode(token);
      default -> throw new BadJwtException("Unknown issuer");
    };
  }

  /** Asks for the keys first: from inside the decoder their 503 would come out as a 401. */
  private Jwt decodeStoreToken(String token) {
    directory.keys();
    return storeTokens.decode(token);
  }

  private static String issuer(String token) {
    try {
      String issuer = JWTParser.parse(token).getJWTClaimsSet().getIssuer();
      return issuer == null ? "" : issuer;
    } catch (ParseException | RuntimeException malformed) {
      throw new BadJwtException("Malformed token", malformed);
    }
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static JwtDecoder decoder(
      JWSAlgorithm algorithm,
      JWKSource<SecurityContext> keys,
      String issuer,
      Clock clock,
      OAuth2TokenValidator<Jwt>... claims) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(TokenClaims.TYPE)));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(algorithm, keys));
    processor.setJWTClaimsSetVerifier((claimsSet, context) -> {});
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
    JwtTimestampValidator times = new JwtTimestampValidator(MAX_SKEW);
    times.setClock(clock);
    times.setAllowEmptyExpiryClaim(false);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            times,
            new JwtIssuerValidator(issuer),
            new JwtClaimValidator<java.util.List<String>>(
                "aud", audience -> audience != null && audience.contains(TokenClaims.AUDIENCE)),
            new DelegatingOAuth2TokenValidator<>(claims)));
    return decoder;
  }

  private static OAuth2TokenValidator<Jwt> claim(String name, Predicate<String> accepted) {
    return new JwtClaimValidator<Object>(
        name, value -> value instanceof String text && accepted.test(text));
  }

  private static boolean isStoreId(String subject) {
    return subject.matches("[1-9][0-9]{0,17}");
  }
}
