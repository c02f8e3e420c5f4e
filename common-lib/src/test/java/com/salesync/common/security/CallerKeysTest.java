package com.salesync.common.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.salesync.common.test.SettableClock;
import com.salesync.common.test.TestKeys;
import com.salesync.common.test.TestTokens;
import com.salesync.common.time.BusinessDays;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.oauth2.jwt.BadJwtException;

/** The file of public keys, and how its keys are exchanged while everybody goes on. */
class CallerKeysTest {

  private static final List<String> FOR_A_STORE = List.of("internal");

  @TempDir private Path folder;

  private final SettableClock clock = new SettableClock();
  private final ECKey old = TestKeys.newKey();
  private final ECKey fresh = TestKeys.newKey();
  private Path file;
  private CallerKeys keys;
  private final WarmingUp warmingUp = new WarmingUp("sale-service");
  private TokenVerifier verifier;

  @BeforeEach
  void publishOneKey() throws Exception {
    file = folder.resolve("public-keys.json");
    publish(old);
    keys = new CallerKeys(file);
    verifier = new TokenVerifier(new NoSessions(), keys, warmingUp, clock);
  }

  @Test
  void aKeyIsExchangedWithoutARefusedCall() throws Exception {
    InternalTokens before = tokens(old);
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger accepted = new AtomicInteger();
    InternalTokens[] signer = {before};
    CompletableFuture<Void> calls =
        CompletableFuture.runAsync(
            () -> {
              while (!over.get()) {
                InternalTokens current = signer(signer);
                verifier.decode(token(current));
                accepted.incrementAndGet();
              }
            });

    publish(old, fresh);
    keys.readAgain();
    assertAcceptsMore(accepted, calls);
    String lastOfOld = token(before);
    InternalTokens after = tokens(fresh);
    verifier.decode(lastOfOld);
    switchTo(signer, after);
    assertAcceptsMore(accepted, calls);
    publish(fresh);
    keys.readAgain();
    assertAcceptsMore(accepted, calls);
    over.set(true);
    calls.join();

    assertThatThrownBy(() -> verifier.decode(lastOfOld)).isInstanceOf(BadJwtException.class);
    assertThat(verifier.decode(token(after)).getClaimAsString("iss")).isEqualTo("sale-service");
  }

  private static InternalTokens signer(InternalTokens[] signer) {
    synchronized (signer) {
      return signer[0];
    }
  }

  private static void switchTo(InternalTokens[] signer, InternalTokens next) {
    synchronized (signer) {
      signer[0] = next;
    }
  }

  private static void assertAcceptsMore(AtomicInteger accepted, CompletableFuture<Void> calls) {
    int soFar = accepted.get();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> calls.isDone() || accepted.get() > soFar + 10);
    assertThat(calls).as("a call was refused").isNotDone();
  }

  static Stream<String> unusable() {
    ECKey other = newKey(Curve.P_384);
    ECKey own = TestKeys.newKey();
    Map<String, Object> named = TestKeys.published(own, "sale-service", FOR_A_STORE);
    Map<String, Object> unnamed = new HashMap<>(named);
    unnamed.remove("salesync_caller");
    Map<String, Object> unlimited = new HashMap<>(named);
    unlimited.remove("salesync_scopes");
    Map<String, Object> withoutId = new HashMap<>(named);
    withoutId.remove("kid");
    Map<String, Object> secret = new HashMap<>(own.toJSONObject());
    secret.putAll(named);
    return Stream.of(
        "",
        "{\"keys\":[",
        "{\"keys\":[]}",
        "{}",
        json(unnamed),
        json(unlimited),
        json(withoutId),
        json(secret),
        json(List.of(named, named)),
        json(TestKeys.published(own, "sale-service", List.of("store"))),
        json(TestKeys.published(other, "sale-service", FOR_A_STORE)));
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void aBrokenFileIsNoReasonToForgetWhatIsKnown(String text) throws Exception {
    Files.writeString(file, text);

    keys.readAgain();

    verifier.decode(token(tokens(old)));
    assertThatThrownBy(() -> new CallerKeys(file))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("INTERNAL_PUBLIC_KEYS");
  }

  @Test
  void aFileThatIsGoneIsNoReasonEither() throws Exception {
    Files.delete(file);

    keys.readAgain();

    verifier.decode(token(tokens(old)));
    assertThatThrownBy(() -> new CallerKeys(file)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatAKeyMaySignIsReadAgainToo() throws Exception {
    String token = token(tokens(old));
    verifier.decode(token);

    Files.writeString(file, json(TestKeys.published(old, "sale-service", List.of("directory"))));
    keys.readAgain();

    assertThatThrownBy(() -> verifier.decode(token)).isInstanceOf(BadJwtException.class);
  }

  @Test
  void aServiceDoesNotStartWithAKeyThatNobodyKnowsAsItsOwn() {
    assertThatThrownBy(() -> tokens(fresh)).hasMessageContaining("none of the keys");
    assertThatThrownBy(
            () -> new InternalTokens(TestKeys.encoded(old), "order-service", keys, clock))
        .hasMessageContaining("none of the keys of order-service");
    assertThatThrownBy(() -> new InternalTokens("nonsense", "sale-service", keys, clock))
        .hasMessageContaining("INTERNAL_SIGNING_KEY");
  }

  @Test
  void readsAKeyInPemToo() {
    String pem =
        "-----BEGIN "
            + "PRIVATE KEY-----\n"
            + TestKeys.encoded(old).replaceAll("(.{64})", "$1\n")
            + "\n-----END PRIVATE KEY-----\n";

    verifier.decode(token(new InternalTokens(pem, "sale-service", keys, clock)));
  }

  @Test
  void aTokenIsUsedAgainForHalfAMinuteAndForOneStoreOnly() {
    InternalTokens tokens = tokens(old);
    String first = token(tokens);

    clock.advance(Duration.ofSeconds(29));
    assertThat(token(tokens)).isEqualTo(first);
    assertThat(tokens.actingFor(2, BusinessDays.DEFAULT)).isNotEqualTo("Bearer " + first);
    clock.advance(Duration.ofSeconds(2));
    assertThat(token(tokens)).isNotEqualTo(first);
  }

  @Test
  void takesTheTokenOfItsOwnWarmUpOnlyWhileThatLasts() throws Exception {
    String own = tokens(old).warmingUp().substring("Bearer ".length());
    TokenVerifier other =
        new TokenVerifier(new NoSessions(), keys, new WarmingUp("order-service"), clock);
    assertThatThrownBy(() -> verifier.decode(own)).isInstanceOf(BadJwtException.class);

    warmingUp.begin(true);
    assertThat(TokenScope.isOfStore(verifier.decode(own))).isTrue();
    assertThatThrownBy(() -> other.decode(own)).isInstanceOf(BadJwtException.class);

    warmingUp.end();
    assertThatThrownBy(() -> verifier.decode(own)).isInstanceOf(BadJwtException.class);
  }

  private InternalTokens tokens(ECKey key) {
    return new InternalTokens(TestKeys.encoded(key), "sale-service", keys, clock);
  }

  private static String token(InternalTokens tokens) {
    return tokens.actingFor(1, BusinessDays.DEFAULT).substring("Bearer ".length());
  }

  private void publish(ECKey... own) throws Exception {
    Files.writeString(
        file,
        json(
            Stream.of(own)
                .map(key -> TestKeys.published(key, "sale-service", FOR_A_STORE))
                .toList()));
  }

  private static String json(Map<String, Object> member) {
    return json(List.of(member));
  }

  private static String json(List<Map<String, Object>> members) {
    return JSONObjectUtils.toJSONString(Map.of("keys", members));
  }

  private static ECKey newKey(Curve curve) {
    try {
      return new ECKeyGenerator(curve).keyID("other").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class NoSessions implements SessionDirectory {

    @Override
    public JWKSet keys() {
      return TestTokens.publicKeys();
    }

    @Override
    public boolean isRevoked(String session) {
      return false;
    }
  }
}
