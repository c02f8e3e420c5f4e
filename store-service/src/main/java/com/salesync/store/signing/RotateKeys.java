package com.salesync.store.signing;

import com.salesync.common.audit.AuditLog;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Adds the next key. Replicas that do so at once add keys of the same generation, of which the
 * database takes one: however many ask, one key is made, and all answer with that.
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
    Instant now = clock.instant();
    SigningKeySet kept = keys.read();
    SigningKey key = kept.waitingAt(now).orElseGet(() -> addSuccessor(kept, now, "operator"));
    return new Rotation(key.kid(), key.signsFrom());
  }

  /** The very first key signs at once: nobody can hold an older one. */
  void createFirstKey() {
    Instant now = clock.instant();
    SigningKeySet kept = keys.read();
    if (kept.newest().isEmpty()) {
      add(kept, now, now, "first start");
    }
  }

  /** Adds a key when the newest is old. */
  void rotateKeysWhenDue() {
    Instant now = clock.instant();
    SigningKeySet kept = keys.read();
    if (kept.isSuccessorDueAt(now, properties.rotateEvery())) {
      addSuccessor(kept, now, "age");
    }
  }

  private SigningKey addSuccessor(SigningKeySet kept, Instant now, String reason) {
    return add(kept, now, now.plus(properties.publishAhead()), reason);
  }

  /** The key added, or the one that another replica was quicker to add. */
  private SigningKey add(SigningKeySet kept, Instant now, Instant signsFrom, String reason) {
    SigningKey key = SigningKey.create(kept.nextGeneration(), seal, now, signsFrom);
    boolean added =
        Boolean.TRUE.equals(
            transactions.execute(status -> keys.add(key) && isRecorded(key, reason)));
    if (added) {
      log.info("Signing key {} added ({}); it signs from {}", key.kid(), reason, signsFrom);
      return key;
    }
    return keys.read().newest().orElseThrow();
  }

  private boolean isRecorded(SigningKey key, String reason) {
    audit.record(
        NO_STORE,
        "keys.rotated",
        "key:" + key.kid(),
        Map.of("reason", reason, "signs_from", key.signsFrom().toString()));
    return true;
  }
}
