package com.salesync.localstack.cli;

import com.salesync.localstack.LocalStack;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** A token for what only the operator may see, signed with this stack's internal key. */
final class OperatorToken {

  private static final Duration LIFETIME = Duration.ofHours(1);

  private final Path data;

  OperatorToken(Path data) {
    this.data = data;
  }

  String mint() {
    Instant now = Instant.now();
    byte[] key = LocalStack.internalKeyIn(data).getBytes(StandardCharsets.UTF_8);
    return Jwts.builder()
        .issuer("salesync-internal")
        .audience()
        .add("salesync")
        .and()
        .claim("scope", "operator")
        .issuedAt(Date.from(now))
        .expiration(Date.from(now.plus(LIFETIME)))
        .signWith(Keys.hmacShaKeyFor(key), Jwts.SIG.HS256)
        .compact();
  }
}
