package com.salesync.localstack.cli;

import com.salesync.localstack.RunningStack;
import com.salesync.localstack.part.CallerKeys;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.EcPrivateJwk;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Signed with the operator's key of the running stack. */
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
    out.println(mint(RunningStack.in(data.folder()).operatorKey()));
  }

  static String mint(EcPrivateJwk key) {
    Instant now = Instant.now();
    return Jwts.builder()
        .header()
        .type("at+jwt")
        .keyId(key.getId())
        .and()
        .issuer(CallerKeys.OPERATOR)
        .audience()
        .add("salesync")
        .and()
        .claim("scope", "operator")
        .claim("sid", CallerKeys.OPERATOR)
        .issuedAt(Date.from(now))
        .expiration(Date.from(now.plus(LIFETIME)))
        .signWith(key.toKey(), Jwts.SIG.ES256)
        .compact();
  }
}
