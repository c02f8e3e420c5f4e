package com.salesync.dashboard.settlement;

import com.salesync.common.idempotency.IdempotencyGate;
import com.salesync.common.security.Tenant;
import com.salesync.common.warmup.WarmUpStatements;
import com.salesync.dashboard.client.SaleServiceClient.DailyRevenue;
import com.salesync.dashboard.settlement.sms.SmsText;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Records a day as settled, without a text to send. */
@Component
final class WarmUpSettlements implements WarmUpStatements {

  private final Settlements settlements;
  private final IdempotencyGate idempotent;
  private final Clock clock;

  WarmUpSettlements(Settlements settlements, IdempotencyGate idempotent, Clock clock) {
    this.settlements = settlements;
    this.idempotent = idempotent;
    this.clock = clock;
  }

  @Override
  public void write(Tenant noStore) {
    Instant now = clock.instant();
    LocalDate day = noStore.businessDays().dayOf(now);
    idempotent.once(
        noStore.storeId(),
        "settlements",
        "warm-up",
        day.toString(),
        Long.class,
        () -> {
          settlements.lock(noStore.storeId(), now);
          return settlements
              .add(
                  noStore.storeId(),
                  new DailyRevenue(day, 0, 0),
                  new SmsText("-"),
                  "-",
                  null,
                  "NUMBER_UNUSABLE",
                  null,
                  now)
              .id();
        });
    settlements.countSmsSince(noStore.storeId(), now);
  }
}
