package com.salesync.store.signing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import io.jsonwebtoken.Jwts;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;

/**
 * One key pair, its private half sealed.
 *
 * @param generation one more than that of the key it succeeds
 * @param publicKey the published JWK; its id is the RFC 7638 thumbprint
 */
record SigningKey(
    int generation,
    ECKey publicKey,
    String sealedPrivateKey,
    Instant createdAt,
    Instant signsFrom) {

  static SigningKey create(int generation, KeySeal seal, Instant now, Instant signsFrom) {
    KeyPair pair = Jwts.SIG.ES256.keyPair().build();
    try {
      ECKey publicKey =
          new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic())
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.ES256)
              .keyIDFromThumbprint()
              .build();
      return new SigningKey(
          generation,
          publicKey,
          seal.seal(publicKey.getKeyID(), pair.getPrivate()),
          now,
          signsFrom);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  String kid() {
    return publicKey.getKeyID();
  }

  boolean signsAt(Instant instant) {
    return !signsFrom.isAfter(instant);
  }
}
