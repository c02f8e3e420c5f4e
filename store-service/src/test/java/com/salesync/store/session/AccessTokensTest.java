package com.salesync.store.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.salesync.common.time.BusinessDays;
import com.salesync.store.signing.Signer;
import io.jsonwebtoken.Jwts;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class AccessTokensTest {

  private static final BusinessDays NIGHT_CLUB =
      new BusinessDays(ZoneId.of("America/New_York"), LocalTime.of(5, 30));

  private final KeyPair keys = Jwts.SIG.ES256.keyPair().build();
  private final Session session =
      Session.open(7, "key-1", Instant.parse("2026-11-27T09:00:00Z"), Duration.ofDays(30));

  @Test
  void sayWhoseSessionTheyAreAndWhenItsBusinessDayBegins() throws ParseException {
    JWTClaimsSet claims = signed().getJWTClaimsSet();
    assertThat(claims.getIssuer()).isEqualTo("salesync");
    assertThat(claims.getAudience()).containsExactly("salesync");
    assertThat(claims.getSubject()).isEqualTo("7");
    assertThat(claims.getStringClaim("sid")).isEqualTo(session.id().toString());
    assertThat(claims.getStringClaim("zone")).isEqualTo("America/New_York");
    assertThat(claims.getStringClaim("day_start")).isEqualTo("05:30");
  }

  @Test
  void expireWithTheirSession() throws ParseException {
    JWTClaimsSet claims = signed().getJWTClaimsSet();
    assertThat(claims.getIssueTime().toInstant()).isEqualTo("2026-11-27T09:00:00Z");
    assertThat(claims.getExpirationTime().toInstant()).isEqualTo("2026-12-27T09:00:00Z");
  }

  @Test
  void areSignedByTheKeyTheyName() throws ParseException, JOSEException {
    SignedJWT token = signed();
    assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("ES256");
    assertThat(token.getHeader().getType()).hasToString("at+jwt");
    assertThat(token.getHeader().getKeyID()).isEqualTo("key-1");
    assertThat(token.verify(new ECDSAVerifier((ECPublicKey) keys.getPublic()))).isTrue();
  }

  private SignedJWT signed() throws ParseException {
    Signer signer = new Signer("key-1", keys.getPrivate());
    return SignedJWT.parse(AccessTokens.sign(session, NIGHT_CLUB, signer));
  }
}
