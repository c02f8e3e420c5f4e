package com.salesync.store.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningKeySetTest {

  private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
  private static final Duration NINETY_DAYS = Duration.ofDays(90);
  private static final KeySeal SEAL = new KeySeal("a secret of more than thirty-two characters");

  private final SigningKey old = key(NOW.minus(Duration.ofDays(80)));
  private final SigningKey current = key(NOW.minus(Duration.ofDays(40)));
  private final SigningKey next =
      SigningKey.create(3, SEAL, NOW.minusSeconds(10), NOW.plusSeconds(50));

  @Test
  void signsWithTheNewestKeyThatEveryVerifierKnowsByNow() {
    SigningKeySet keys = new SigningKeySet(List.of(next, current, old));
    assertThat(keys.signingAt(NOW)).contains(current);
    assertThat(keys.signingAt(NOW.plusSeconds(49))).contains(current);
    assertThat(keys.signingAt(NOW.plusSeconds(50))).contains(next);
  }

  @Test
  void publishesEveryKeyItKeeps() {
    assertThat(new SigningKeySet(List.of(next, current, old)).published().getKeys())
        .extracting(key -> key.getKeyID())
        .containsExactly(next.kid(), current.kid(), old.kid());
  }

  @Test
  void publishesNoPrivateHalf() {
    assertThat(new SigningKeySet(List.of(current)).published().getKeys())
        .noneMatch(key -> key.isPrivate());
  }

  @Test
  void knowsTheSuccessorThatWaitsUntilItSigns() {
    SigningKeySet keys = new SigningKeySet(List.of(next, current));
    assertThat(keys.waitingAt(NOW)).contains(next);
    assertThat(keys.waitingAt(NOW.plusSeconds(50))).isEmpty();
    assertThat(new SigningKeySet(List.of(current)).waitingAt(NOW)).isEmpty();
  }

  @Test
  void needsASuccessorOnceItsNewestKeyIsOldEnough() {
    SigningKeySet keys = new SigningKeySet(List.of(current, old));
    Instant due = current.createdAt().plus(NINETY_DAYS);
    assertThat(keys.isSuccessorDueAt(due.minusNanos(1), NINETY_DAYS)).isFalse();
    assertThat(keys.isSuccessorDueAt(due, NINETY_DAYS)).isTrue();
  }

  @Test
  void countsTheGenerationsOfKeysUpwards() {
    assertThat(new SigningKeySet(List.of(next, current)).nextGeneration()).isEqualTo(4);
  }

  @Test
  void needsNoSecondSuccessorWhileOneWaits() {
    SigningKey veryOld = key(NOW.minus(Duration.ofDays(91)));
    assertThat(new SigningKeySet(List.of(veryOld)).isSuccessorDueAt(NOW, NINETY_DAYS)).isTrue();
    assertThat(new SigningKeySet(List.of(next, veryOld)).isSuccessorDueAt(NOW, NINETY_DAYS))
        .isFalse();
  }

  @Test
  void hasNothingToSignWithAndNothingToReplaceBeforeTheFirstKey() {
    SigningKeySet none = new SigningKeySet(List.of());
    assertThat(none.signingAt(NOW)).isEmpty();
    assertThat(none.newest()).isEmpty();
    assertThat(none.nextGeneration()).isEqualTo(1);
    assertThat(none.isSuccessorDueAt(NOW, NINETY_DAYS)).isFalse();
  }

  private static SigningKey key(Instant createdAt) {
    return SigningKey.create(2, SEAL, createdAt, createdAt);
  }
}
