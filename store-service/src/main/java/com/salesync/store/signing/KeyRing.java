package com.salesync.store.signing;

import com.nimbusds.jose.jwk.JWKSet;
import com.salesync.common.database.SchemaVersion;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The keys at hand, read again from the database when older than a second. While the database does
 * not answer, the keys last read go on.
 */
@Component
public class KeyRing implements SmartInitializingSingleton {

  private static final Logger log = LoggerFactory.getLogger(KeyRing.class);
  private static final long MAX_AGE_NANOS = Duration.ofSeconds(1).toNanos();

  private final SigningKeys keys;
  private final RotateKeys rotateKeys;
  private final KeySeal seal;
  private final Clock clock;
  private final SchemaVersion schema;
  private final ReentrantLock reading = new ReentrantLock();
  private final Map<String, PrivateKey> opened = new ConcurrentHashMap<>();
  private volatile boolean stale;
  private volatile Snapshot snapshot = new Snapshot(new SigningKeySet(List.of()), new JWKSet(), 0);

  KeyRing(
      SigningKeys keys, RotateKeys rotateKeys, KeySeal seal, Clock clock, SchemaVersion schema) {
    this.schema = schema;
    this.keys = keys;
    this.rotateKeys = rotateKeys;
    this.seal = seal;
    this.clock = clock;
  }

  /** Before the first request: a first key where there is none, and a secret that opens it. */
  @Override
  public void afterSingletonsInstantiated() {
    schema.whenComplete(this::prepare);
  }

  private void prepare() {
    rotateKeys.createFirstKey();
    read();
    signer();
  }

  /** The public halves, for whoever verifies. */
  public JWKSet published() {
    return current().published();
  }

  /** The newest key whose time to sign has come. */
  public Signer signer() {
    Instant now = clock.instant();
    SigningKey key =
        current()
            .keys()
            .signingAt(now)
            .orElseThrow(() -> new IllegalStateException("No signing key"));
    return new Signer(
        key.kid(),
        opened.computeIfAbsent(key.kid(), kid -> seal.open(kid, key.sealedPrivateKey())));
  }

  /** Reads the keys again now, after this replica has changed them. */
  void read() {
    snapshot = snapshotOf(keys.read());
  }

  /** One thread reads; the others meanwhile go on with what there is. */
  private Snapshot current() {
    if (System.nanoTime() - snapshot.readAt() > MAX_AGE_NANOS && reading.tryLock()) {
      try {
        read();
        stale = false;
      } catch (DataAccessException unreachable) {
        goOnWithTheLast(unreachable);
      } finally {
        reading.unlock();
      }
    }
    return snapshot;
  }

  /** Says so once, not every second. */
  private void goOnWithTheLast(DataAccessException unreachable) {
    if (!stale) {
      stale = true;
      log.warn(
          "Signing keys cannot be read; going on with those last read: {}", unreachable.toString());
    }
    snapshot = snapshotOf(snapshot.keys());
  }

  private static Snapshot snapshotOf(SigningKeySet keys) {
    return new Snapshot(keys, keys.published(), System.nanoTime());
  }

  private record Snapshot(SigningKeySet keys, JWKSet published, long readAt) {}
}
