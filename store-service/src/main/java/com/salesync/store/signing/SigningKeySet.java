package com.salesync.store.signing;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The keys that are kept, all of them published, and which of them does what at a time.
 *
 * @param newestFirst by when they begin to sign
 */
record SigningKeySet(List<SigningKey> newestFirst) {

  /** The public halves. */
  JWKSet published() {
    return new JWKSet(newestFirst.stream().<JWK>map(SigningKey::publicKey).toList());
  }

  /** The newest key whose time to sign has come. */
  Optional<SigningKey> signingAt(Instant now) {
    return newestFirst.stream().filter(key -> key.signsAt(now)).findFirst();
  }

  /** The successor that is published but does not sign yet: there is never more than one. */
  Optional<SigningKey> waitingAt(Instant now) {
    return newest().filter(key -> !key.signsAt(now));
  }

  /** Signing or not yet. */
  Optional<SigningKey> newest() {
    return newestFirst.stream().findFirst();
  }

  /** What the next key's generation is. */
  int nextGeneration() {
    return newest().map(key -> key.generation() + 1).orElse(1);
  }

  /** Whether even the newest key has reached the age at which it gets a successor. */
  boolean isSuccessorDueAt(Instant now, Duration rotateEvery) {
    return newest().filter(key -> !key.createdAt().isAfter(now.minus(rotateEvery))).isPresent();
  }
}
