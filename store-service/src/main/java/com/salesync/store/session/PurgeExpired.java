package com.salesync.store.session;

import com.salesync.store.signing.WithdrawKeys;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes sessions whose tokens are dead by themselves, then the keys nothing needs any more. */
@Component
class PurgeExpired {

  private final Sessions sessions;
  private final WithdrawKeys withdrawKeys;
  private final Clock clock;

  PurgeExpired(Sessions sessions, WithdrawKeys withdrawKeys, Clock clock) {
    this.sessions = sessions;
    this.withdrawKeys = withdrawKeys;
    this.clock = clock;
  }

  @Scheduled(
      initialDelayString = "${salesync.session.purge-interval:10m}",
      fixedDelayString = "${salesync.session.purge-interval:10m}")
  void purgeExpired() {
    sessions.deleteExpired(clock.instant());
    withdrawKeys.withdrawUnusedKeys();
  }
}
