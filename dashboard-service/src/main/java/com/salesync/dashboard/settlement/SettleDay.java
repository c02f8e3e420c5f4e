package com.salesync.dashboard.settlement;

import com.salesync.common.audit.AuditLog;
import com.salesync.common.idempotency.IdempotencyGate;
import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import com.salesync.common.tracing.TaskTraces;
import com.salesync.dashboard.client.SaleServiceClient;
import com.salesync.dashboard.client.SaleServiceClient.DailyRevenue;
import com.salesync.dashboard.client.StoreServiceClient;
import com.salesync.dashboard.client.StoreServiceClient.Store;
import com.salesync.dashboard.parallel.Concurrently;
import com.salesync.dashboard.settlement.sms.PhoneNumber;
import com.salesync.dashboard.settlement.sms.SendSms;
import com.salesync.dashboard.settlement.sms.SmsProperties;
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
 * Settles a day: its total is recorded, then sent by SMS. The same total of the same day is settled
 * once, however often and from however many tills it is asked for.
 */
@Component
public class SettleDay {

  private static final String ENDPOINT = "settlements";
  private static final Duration CAP_WINDOW = Duration.ofDays(1);

  private final SaleServiceClient sales;
  private final StoreServiceClient stores;
  private final Settlements settlements;
  private final SendSms sendSms;
  private final TaskTraces traces;
  private final IdempotencyGate idempotent;
  private final AuditLog audit;
  private final SmsProperties properties;
  private final Clock clock;

  SettleDay(
      SaleServiceClient sales,
      StoreServiceClient stores,
      Settlements settlements,
      SendSms sendSms,
      TaskTraces traces,
      IdempotencyGate idempotent,
      AuditLog audit,
      SmsProperties properties,
      Clock clock) {
    this.sales = sales;
    this.stores = stores;
    this.settlements = settlements;
    this.sendSms = sendSms;
    this.traces = traces;
    this.idempotent = idempotent;
    this.audit = audit;
    this.properties = properties;
    this.clock = clock;
  }

  public Settlement settleDay(Tenant tenant, LocalDate day, @Nullable String idempotencyKey) {
    DayRange.of(day);
    long storeId = tenant.storeId();
    long id =
        idempotent
            .answered(storeId, ENDPOINT, idempotencyKey, day.toString(), Long.class)
            .orElseGet(() -> settleOnce(tenant, day, idempotencyKey));
    sendSms.attemptToSend(storeId, id);
    return settlements.get(storeId, id);
  }

  private long settleOnce(Tenant tenant, LocalDate day, @Nullable String idempotencyKey) {
    try (Concurrently services = new Concurrently()) {
      Supplier<DailyRevenue> revenue = services.ask(() -> revenueOf(tenant, day));
      Supplier<Store> store = services.ask(() -> stores.self(tenant));
      DailyRevenue total = revenue.get();
      Recipient recipient = Recipient.from(store.get());
      return idempotent.once(
          tenant.storeId(),
          ENDPOINT,
          idempotencyKey,
          day.toString(),
          Long.class,
          () -> record(tenant.storeId(), total, recipient).id());
    }
  }

  private DailyRevenue revenueOf(Tenant tenant, LocalDate day) {
    return sales.dailyTotals(tenant, day, day).days().stream()
        .filter(total -> total.businessDay().equals(day))
        .findFirst()
        .orElseGet(() -> new DailyRevenue(day, 0, 0));
  }

  /** Runs in the transaction of the idempotent call. */
  private Settlement record(long storeId, DailyRevenue day, Recipient recipient) {
    Instant now = clock.instant();
    settlements.lock(storeId, now);
    return settlements
        .find(storeId, day.businessDay(), day.total())
        .orElseGet(() -> recordNew(storeId, day, recipient, now));
  }

  private Settlement recordNew(long storeId, DailyRevenue day, Recipient recipient, Instant now) {
    Optional<PhoneNumber> number = PhoneNumber.read(recipient.phone());
    String suppressed = reasonNotToSend(storeId, number.orElse(null), now);
    Settlement settlement =
        settlements.add(
            storeId,
            day,
            SettlementText.write(recipient, day),
            number.map(PhoneNumber::masked).orElse("-"),
            number.orElse(null),
            suppressed,
            traces.current(),
            now);
    audit.record(
        storeId,
        "settlement.recorded",
        "settlement:" + settlement.id(),
        Map.of(
            "business_day", day.businessDay().toString(),
            "total", day.total(),
            "sms", settlement.sms().word()));
    return settlement;
  }

  private @Nullable String reasonNotToSend(
      long storeId, @Nullable PhoneNumber number, Instant now) {
    if (number == null) {
      return "NUMBER_UNUSABLE";
    }
    if (!properties.allows(number)) {
      return "NUMBER_NOT_ALLOWED";
    }
    return settlements.countSmsSince(storeId, now.minus(CAP_WINDOW)) >= properties.dailyCap()
        ? "DAILY_CAP"
        : null;
  }
}
