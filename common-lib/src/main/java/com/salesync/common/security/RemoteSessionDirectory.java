package com.salesync.common.security;

import com.nimbusds.jose.jwk.JWKSet;
import com.salesync.common.problem.Problem;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Follows store-service: keys and ended sessions are asked for every second, and what was last
 * learnt holds while store-service is down. A key is published well before it signs, so an unknown
 * key id is never a reason to ask.
 */
final class RemoteSessionDirectory implements SessionDirectory {

  private static final Logger log = LoggerFactory.getLogger(RemoteSessionDirectory.class);

  /** Asks again for the recent past, since a session may be recorded later than it was ended. */
  private static final Duration OVERLAP = Duration.ofSeconds(30);

  private final StoreSessions store;
  private final Duration firstKeys;
  private final Clock clock;
  private final Map<String, Instant> revoked = new ConcurrentHashMap<>();
  private volatile @Nullable JWKSet keys;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile Instant asOf = Instant.EPOCH;
  private volatile @Nullable Instant learntAt;
  private volatile Instant failed = Instant.EPOCH;
  private volatile boolean reachable = true;

  /**
   * @param firstKeys how long a caller waits until keys are known, and the pause between two
   *     questions for them
   */
  RemoteSessionDirectory(StoreSessions store, Duration firstKeys, Clock clock) {
    this.store = store;
    this.firstKeys = firstKeys;
    this.clock = clock;
  }

  @Override
  public JWKSet keys() {
    JWKSet known = keys;
    if (known == null) {
      learnFirst();
      known = keys;
    }
    if (known == null) {
      throw Problem.unavailable("TOKENS_UNVERIFIABLE", 2);
    }
    return known;
  }

  @Override
  public boolean isRevoked(String session) {
    return revoked.containsKey(session);
  }

  @Override
  public Optional<Duration> age() {
    return Optional.ofNullable(learntAt)
        .map(learnt -> Duration.between(learnt, clock.instant()))
        .map(age -> age.isNegative() ? Duration.ZERO : age);
  }

  /** Until the first answer; while store-service is down, callers must not queue for it. */
  private void learnFirst() {
    try {
      if (asking.tryLock(firstKeys.toMillis(), TimeUnit.MILLISECONDS)) {
        try {
          if (keys == null && clock.instant().isAfter(failed.plus(firstKeys))) {
            follow();
          }
        } finally {
          asking.unlock();
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  @Scheduled(fixedDelayString = "${salesync.security.directory-interval:1s}")
  void follow() {
    asking.lock();
    try {
      Instant asked = clock.instant();
      Instant began = learnRevoked(asOf.equals(Instant.EPOCH) ? asOf : asOf.minus(OVERLAP));
      revoked.values().removeIf(clock.instant()::isAfter);
      JWKSet published = JWKSet.parse(store.jwks());
      asOf = began;
      learntAt = asked;
      keys = published;
      report(true, "");
    } catch (ParseException | RuntimeException failure) {
      failed = clock.instant();
      report(false, failure.toString());
    } finally {
      asking.unlock();
    }
  }

  /**
   * Reads every page; of one that fails, the next question asks again.
   *
   * @return store-service's clock when it answered with the first
   */
  private Instant learnRevoked(Instant since) {
    StoreSessions.RevokedSessions page = store.revokedSince(since, null);
    Instant began = page.asOf();
    remember(page);
    while (page.nextCursor() != null) {
      page = store.revokedSince(since, page.nextCursor());
      remember(page);
    }
    return began;
  }

  private void remember(StoreSessions.RevokedSessions page) {
    page.revoked().forEach(session -> revoked.put(session.sid(), session.expiresAt()));
  }

  private void report(boolean nowReachable, String reason) {
    if (reachable != nowReachable) {
      reachable = nowReachable;
      if (nowReachable) {
        log.info("store-service answers again; keys and ended sessions are current");
      } else {
        log.warn("store-service does not answer; going on with what it last said: {}", reason);
      }
    }
  }
}
