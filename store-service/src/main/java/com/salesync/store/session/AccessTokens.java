package com.salesync.store.session;

import com.salesync.common.security.TokenClaims;
import com.salesync.common.time.BusinessDays;
import com.salesync.store.signing.Signer;
import io.jsonwebtoken.Jwts;
import java.time.format.DateTimeFormatter;
import java.util.Date;

/** Access tokens as every verifier expects them. */
final class AccessTokens {

  private static final DateTimeFormatter HOUR_AND_MINUTE = DateTimeFormatter.ofPattern("HH:mm");

  private AccessTokens() {}

  static String sign(Session session, BusinessDays businessDays, Signer signer) {
    return Jwts.builder()
        .header()
        .type(TokenClaims.TYPE)
        .keyId(signer.kid())
        .and()
        .issuer(TokenClaims.STORE_ISSUER)
        .audience()
        .add(TokenClaims.AUDIENCE)
        .and()
        .subject(Long.toString(session.storeId()))
        .claim(TokenClaims.SESSION, session.id().toString())
        .claim(TokenClaims.ZONE, businessDays.zone().getId())
        .claim(TokenClaims.DAY_START, businessDays.dayStart().format(HOUR_AND_MINUTE))
        .issuedAt(Date.from(session.openedAt()))
        .expiration(Date.from(session.tokenExpiresAt()))
        .signWith(signer.key(), Jwts.SIG.ES256)
        .compact();
  }
}
