package com.salesync.localstack.cli;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** A token for what only the operator may see, signed with this stack's internal key. */
final class OperatorToken {

  private static final Duration LIFETIME = Duration.ofHours(1);

  private final String internalKey;

  OperatorToken(String internalKey) {
    this.internalKey = internalKey;
  }

  String mint() {
    Instant now = Instant.now();
    byte[] key = internalKey.getBytes(StandardCharsets.UTF_8);
    return Jwts.builder()
        .header()
        .type("at+jwt")
        .and()
        .issuer("salesync-internal")
        .audience()
        .add("salesync")
        .and()
        .claim("scope", "operator")
        .claim("sid", "local-stack")
        .issuedAt(Date.from(now))
        .expiration(Date.from(now.plus(LIFETIME)))
        .signWith(Keys.hmacShaKeyFor(key), Jwts.SIG.HS256)
        .compact();
  }
}
