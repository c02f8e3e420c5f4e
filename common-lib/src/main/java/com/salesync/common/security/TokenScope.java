package com.salesync.common.security;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** What a token is good for. The scope of a store token is fixed by its issuer. */
enum TokenScope {
  /** A store's own calls. */
  STORE,
  /** A service or the operator acting for one store. */
  INTERNAL,
  /** Whoever runs the system, or a service: for no store. */
  OPERATOR,
  /** Every service, the gateway too: only to learn which sessions have ended. */
  DIRECTORY,
  /** A service's requests to itself, for no store that there is, until it is warm. */
  WARM_UP;

  String claim() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What a caller's key may be published for; null if it is nothing of the kind. */
  static @Nullable TokenScope ofKey(String claim) {
    return among(Set.of(INTERNAL, OPERATOR, DIRECTORY), claim);
  }

  /** The scope that a caller's token claims to have; null if no caller can have it. */
  static @Nullable TokenScope ofCaller(@Nullable String claim) {
    return among(Set.of(INTERNAL, OPERATOR, DIRECTORY, WARM_UP), claim);
  }

  private static @Nullable TokenScope among(Set<TokenScope> scopes, @Nullable String claim) {
    return scopes.stream().filter(scope -> scope.claim().equals(claim)).findAny().orElse(null);
  }

  /** Of a verified token. */
  static TokenScope of(Jwt token) {
    if (TokenClaims.STORE_ISSUER.equals(token.getClaimAsString("iss"))) {
      return STORE;
    }
    TokenScope scope = ofCaller(token.getClaimAsString(TokenClaims.SCOPE));
    if (scope == null) {
      throw new IllegalArgumentException("A token without a scope");
    }
    return scope;
  }

  /** Whether the token speaks for a store. */
  static boolean isOfStore(Jwt token) {
    TokenScope scope = of(token);
    return scope == STORE || scope == INTERNAL || scope == WARM_UP;
  }
}
