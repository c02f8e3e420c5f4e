package com.salesync.gateway.limit.web;

import com.salesync.common.problem.Problem;
import com.salesync.common.security.TokenClaims;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;

/** Whom a request's token vouches for. It only chooses the limit; the service decides on 401. */
@Component
final class StoreResolver {

  private static final String SCHEME = "bearer ";

  private final JwtDecoder tokens;

  StoreResolver(JwtDecoder tokens) {
    this.tokens = tokens;
  }

  /** The store of a valid token; null without one, and while tokens cannot be verified. */
  @Nullable Long storeOf(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return null;
    }
    try {
      Jwt token = tokens.decode(header.substring(SCHEME.length()).strip());
      return TokenClaims.STORE_ISSUER.equals(token.getClaimAsString("iss"))
          ? Long.valueOf(token.getSubject())
          : null;
    } catch (JwtException | Problem unverifiable) {
      return null;
    }
  }
}
