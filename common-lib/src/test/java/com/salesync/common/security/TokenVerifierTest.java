package com.salesync.common.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import com.salesync.common.test.SettableClock;
import com.salesync.common.test.TestKeys;
import com.salesync.common.test.TestTokens;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;

/** What is remembered of a token is that its signature was good, never that the token is. */
class TokenVerifierTest {

  private static final String SESSION = "a-session";

  private final SettableClock clock = new SettableClock();
  private final Directory directory = new Directory();
  private final TokenVerifier verifier =
      new TokenVerifier(
          directory, new CallerKeys(TestKeys.file()), new WarmingUp("sale-service"), clock);
  private final String token =
      TestTokens.bearerOfSession(TestTokens.newStore(), SESSION).substring("Bearer ".length());

  @BeforeEach
  void verifyOnce() {
    verifier.decode(token);
  }

  @Test
  void checksASignatureOnce() {
    assertThat(directory.keysTaken)
        .as("to know whether they are still these, to check")
        .isEqualTo(2);

    assertThat(verifier.decode(token).getTokenValue()).isEqualTo(token);
    assertThat(directory.keysTaken).as("to know whether they are still these").isEqualTo(3);
  }

  @Test
  void refusesAKnownTokenThatHasExpired() {
    clock.advance(Duration.ofHours(2));

    assertRefused(() -> verifier.decode(token));
  }

  @Test
  void refusesAKnownTokenWhoseSessionHasEnded() {
    directory.ended.add(SESSION);

    assertRefused(() -> verifier.decode(token));
  }

  @Test
  void refusesAKnownTokenWhoseKeyHasBeenWithdrawn() {
    directory.keys = new JWKSet();

    assertRefused(() -> verifier.decode(token));
  }

  @Test
  void refusesTheClaimsOfAKnownTokenWithAnotherSignature() {
    String other = TestTokens.bearerOfSession(TestTokens.newStore(), SESSION);

    assertRefused(
        () ->
            verifier.decode(
                token.substring(0, token.lastIndexOf('.'))
                    + other.substring(other.lastIndexOf('.'))));
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(BadJwtException.class);
  }

  private static final class Directory implements SessionDirectory {

    final Set<String> ended = new HashSet<>();
    JWKSet keys = TestTokens.publicKeys();
    int keysTaken;

    @Override
    public JWKSet keys() {
      keysTaken++;
      return keys;
    }

    @Override
    public boolean isRevoked(String session) {
      return ended.contains(session);
    }
  }
}
