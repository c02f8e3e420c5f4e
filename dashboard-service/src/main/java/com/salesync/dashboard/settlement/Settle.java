package com.salesync.dashboard.settlement;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.salesync.common.audit.AuditLog;
import com.salesync.common.idempotency.IdempotencyGate;
import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import com.salesync.dashboard.parallel.Concurrently;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Settles a day: its total is recorded, then texted. The same total of the same day is settled
 * once, however often and from however many tills it is asked for.
 */
@Component
public class Settle {

  private static final String ENDPOINT = "settlements";
  private static final Duration CAP_WINDOW = Duration.ofDays(1);

  private final TakingsOfDay takings;
  private final Recipients recipients;
  private final Settlements settlements;
  private final SendText sendText;
  private final SchedulerClient scheduler;
  private final IdempotencyGate idempotent;
  private final AuditLog audit;
  private final SmsProperties properties;
  private final Clock clock;

  Settle(
      TakingsOfDay takings,
      Recipients recipients,
      Settlements settlements,
      SendText sendText,
      SchedulerClient scheduler,
      IdempotencyGate idempotent,
      AuditLog audit,
      SmsProperties properties,
      Clock clock) {
    this.takings = takings;
    this.recipients = recipients;
    this.settlements = settlements;
    this.sendText = sendText;
    this.scheduler = scheduler;
    this.idempotent = idempotent;
    this.audit = audit;
    this.properties = properties;
    this.clock = clock;
  }

  public Settlement day(Tenant tenant, LocalDate day, @Nullable String idempotencyKey) {
    DayRange.of(day);
    long storeId = tenant.storeId();
    long id =
        idempotent
            .answered(storeId, ENDPOINT, idempotencyKey, day.toString(), Long.class)
            .orElseGet(() -> settle(tenant, day, idempotencyKey));
    sendText.attempt(storeId, id);
    return settlements.get(storeId, id);
  }

  private long settle(Tenant tenant, LocalDate day, @Nullable String idempotencyKey) {
    try (Concurrently neighbours = new Concurrently()) {
      Supplier<Takings> total = neighbours.ask(() -> takings.of(tenant, day));
      Supplier<Recipient> recipient = neighbours.ask(() -> recipients.of(tenant));
      Takings taken = total.get();
      Recipient texted = recipient.get();
      return idempotent.once(
          tenant.storeId(),
          ENDPOINT,
          idempotencyKey,
          day.toString(),
          Long.class,
          () -> record(tenant.storeId(), taken, texted).id());
    }
  }

  /** Runs in the transaction of the idempotent call. */
  private Settlement record(long storeId, Takings taken, Recipient recipient) {
    settlements.lock(storeId);
    return settlements
        .of(storeId, taken.businessDay(), taken.total())
        .orElseGet(() -> recordNew(storeId, taken, recipient));
  }

  private Settlement recordNew(long storeId, Takings taken, Recipient recipient) {
    Instant now = clock.instant();
    Optional<PhoneNumber> number = PhoneNumber.read(recipient.phone());
    String suppressed = reasonNotToText(storeId, number.orElse(null), now);
    Settlement settlement =
        settlements.add(
            storeId,
            taken,
            SmsText.of(recipient, taken),
            number.map(PhoneNumber::masked).orElse("-"),
            number.orElse(null),
            suppressed,
            now);
    if (suppressed == null) {
      TextTask.schedule(scheduler, storeId, settlement.id(), now);
    }
    audit.record(
        storeId,
        "settlement.recorded",
        "settlement:" + settlement.id(),
        Map.of(
            "business_day", taken.businessDay().toString(),
            "total", taken.total(),
            "sms", settlement.sms().word()));
    return settlement;
  }

  private @Nullable String reasonNotToText(
      long storeId, @Nullable PhoneNumber number, Instant now) {
    if (number == null) {
      return "NUMBER_UNUSABLE";
    }
    if (!properties.allows(number)) {
      return "NUMBER_NOT_ALLOWED";
    }
    return settlements.textsSince(storeId, now.minus(CAP_WINDOW)) >= properties.dailyCap()
        ? "DAILY_CAP"
        : null;
  }
}
