package com.salesync.dashboard.settlement.sms;

import com.salesync.common.security.Tenant;
import com.salesync.common.warmup.WarmUpStatements;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Claims a text that there is not, puts it back and finishes it; SNS is not asked. */
@Component
final class WarmUpSms implements WarmUpStatements {

  private static final long NO_TEXT = 0;

  private final SmsQueue queue;
  private final Clock clock;

  WarmUpSms(SmsQueue queue, Clock clock) {
    this.queue = queue;
    this.clock = clock;
  }

  @Override
  public void write(Tenant noStore) {
    long store = noStore.storeId();
    Instant now = clock.instant();
    queue.claim(store, NO_TEXT, now);
    queue.requeue(store, NO_TEXT, "WARM_UP", now);
    queue.finish(store, NO_TEXT, SmsState.SENT, null, "warm-up", now);
    queue.loseIfOverdue(store, NO_TEXT, now);
  }
}
