package com.salesync.common.security;

import org.springframework.security.oauth2.jwt.Jwt;

/** What a token is good for. The scope of a store token is fixed by its issuer. */
enum TokenScope {
  /** A store's own calls. */
  STORE,
  /** A service acting for one store. */
  INTERNAL,
  /** Whoever runs the system; acts for no store. */
  OPERATOR;

  String claim() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  boolean isIn(Jwt token) {
    return of(token) == this;
  }

  static TokenScope of(Jwt token) {
    if (TokenClaims.STORE_ISSUER.equals(token.getClaimAsString("iss"))) {
      return STORE;
    }
    return OPERATOR.claim().equals(token.getClaimAsString(TokenClaims.SCOPE)) ? OPERATOR : INTERNAL;
  }
}
