package com.salesync.localstack.cli;

import com.salesync.localstack.RunningStack;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Signed with the internal key of the running stack. */
@Command(
    name = "operator-token",
    header = "Print a token of one hour for what only the operator may see.",
    description = "For instance GET /stores/all and the maintenance operations.",
    footer =
        "  curl -H \"Authorization: Bearer $(./salesync operator-token)\""
            + " http://localhost:8080/stores/all")
final class OperatorToken implements Runnable {

  private static final Duration LIFETIME = Duration.ofHours(1);

  private final PrintStream out;

  @Mixin private DataOption data = new DataOption();

  OperatorToken(PrintStream out) {
    this.out = out;
  }

  @Override
  public void run() {
    out.println(mint(RunningStack.in(data.folder()).internalKey()));
  }

  private static String mint(String internalKey) {
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
