package com.salesync.store.session;

import com.salesync.store.signing.WithdrawKeys;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Deletes sessions whose tokens are dead by themselves, then the keys nothing needs any more. */
@Component
class PurgeExpired {

  /** What one statement deletes, so that nothing waits long for its locks. */
  private static final int AT_ONCE = 1000;

  private final Sessions sessions;
  private final WithdrawKeys withdrawKeys;
  private final Clock clock;

  PurgeExpired(Sessions sessions, WithdrawKeys withdrawKeys, Clock clock) {
    this.sessions = sessions;
    this.withdrawKeys = withdrawKeys;
    this.clock = clock;
  }

  void purgeExpired() {
    Instant now = clock.instant();
    int deleted;
    do {
      deleted = sessions.deleteExpired(now, AT_ONCE);
    } while (deleted == AT_ONCE);
    withdrawKeys.withdrawUnusedKeys();
  }
}
