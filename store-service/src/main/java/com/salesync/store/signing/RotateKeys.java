package com.salesync.store.signing;

import com.salesync.common.audit.AuditLog;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Adds the next key. A database lock holds replicas apart, and the newest key, signing or not yet,
 * decides whether another is due: however many replicas ask, one key is made.
 */
@Component
public class RotateKeys {

  /** Audit records need a store; keys belong to none. */
  private static final long NO_STORE = 0;

  private static final Logger log = LoggerFactory.getLogger(RotateKeys.class);

  private final SigningKeys keys;
  private final KeySeal seal;
  private final SigningProperties properties;
  private final AuditLog audit;
  private final TransactionOperations transactions;
  private final Clock clock;

  RotateKeys(
      SigningKeys keys,
      KeySeal seal,
      SigningProperties properties,
      AuditLog audit,
      TransactionOperations transactions,
      Clock clock) {
    this.keys = keys;
    this.seal = seal;
    this.properties = properties;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What is about to sign, and from when. */
  public record Rotation(String kid, Instant signsFrom) {}

  /** Adds a key for the operator; one that does not sign yet already is answered again. */
  public Rotation rotateKeys() {
    return underLock(
        (kept, now) -> kept.waitingAt(now).orElseGet(() -> addSuccessor(now, "operator")));
  }

  /** The very first key signs at once: nobody can hold an older one. */
  void createFirstKey() {
    underLock((kept, now) -> kept.newest().orElseGet(() -> add(now, now, "first start")));
  }

  @Scheduled(
      initialDelayString = "${salesync.signing.check-interval:1m}",
      fixedDelayString = "${salesync.signing.check-interval:1m}")
  void rotateKeysWhenDue() {
    if (isSuccessorDue(keys.read(), clock.instant())) {
      underLock(
          (kept, now) ->
              isSuccessorDue(kept, now) ? addSuccessor(now, "age") : kept.newestFirst().getFirst());
    }
  }

  private boolean isSuccessorDue(SigningKeySet kept, Instant now) {
    return kept.isSuccessorDueAt(now, properties.rotateEvery());
  }

  private Rotation underLock(BiFunction<SigningKeySet, Instant, SigningKey> decision) {
    SigningKey key =
        transactions.execute(
            status -> {
              keys.lockAgainstOtherReplicas();
              return decision.apply(keys.read(), clock.instant());
            });
    Objects.requireNonNull(key);
    return new Rotation(key.kid(), key.signsFrom());
  }

  private SigningKey addSuccessor(Instant now, String reason) {
    return add(now, now.plus(properties.publishAhead()), reason);
  }

  private SigningKey add(Instant now, Instant signsFrom, String reason) {
    SigningKey key = SigningKey.create(seal, now, signsFrom);
    keys.add(key);
    audit.record(
        NO_STORE,
        "keys.rotated",
        "key:" + key.kid(),
        Map.of("reason", reason, "signs_from", signsFrom.toString()));
    log.info("Signing key {} added ({}); it signs from {}", key.kid(), reason, signsFrom);
    return key;
  }
}
