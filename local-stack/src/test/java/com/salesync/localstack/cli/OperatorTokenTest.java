package com.salesync.localstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.salesync.localstack.part.CallerKeys;
import com.salesync.localstack.part.Secrets;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.EcPrivateJwk;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorTokenTest {

  @TempDir private Path folder;

  @Test
  void isSignedWithTheOperatorsOwnKey() {
    EcPrivateJwk key = new CallerKeys(folder, new Secrets(folder)).key(CallerKeys.OPERATOR);

    Jws<Claims> token =
        Jwts.parser()
            .verifyWith(key.toPublicJwk().toKey())
            .build()
            .parseSignedClaims(OperatorToken.mint(key));

    assertThat(token.getHeader().getAlgorithm()).isEqualTo("ES256");
    assertThat(token.getHeader().getKeyId()).isEqualTo(key.getId());
    assertThat(token.getPayload().getIssuer()).isEqualTo("operator");
    assertThat(token.getPayload().get("scope")).isEqualTo("operator");
    assertThat(token.getPayload().get("sid")).isEqualTo("operator");
  }
}
