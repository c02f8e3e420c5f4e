package com.salesync.consulting.job;

import com.salesync.common.problem.Problem;
import com.salesync.common.security.Tenant;
import com.salesync.common.time.DayRange;
import com.salesync.common.tracing.TaskTraces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Accepts a request: once this returns, the job is durable. */
@Component
public class RequestAdvice {

  /** More would only wait for one another at order-service and at the database. */
  private static final int AT_ONCE = 16;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Turnstile turnstile = new Turnstile(AT_ONCE);
  private final Jobs jobs;
  private final LetIn letIn;
  private final Outbox outbox;
  private final Period period;
  private final ConsultingProperties properties;
  private final TransactionOperations transactions;
  private final TaskTraces traces;
  private final Clock clock;

  RequestAdvice(
      Jobs jobs,
      LetIn letIn,
      Outbox outbox,
      Period period,
      ConsultingProperties properties,
      TransactionOperations transactions,
      TaskTraces traces,
      Clock clock) {
    this.jobs = jobs;
    this.letIn = letIn;
    this.outbox = outbox;
    this.period = period;
    this.properties = properties;
    this.transactions = transactions;
    this.traces = traces;
    this.clock = clock;
  }

  /**
   * The new request's id; empty if nothing was sold in the range.
   *
   * @throws Problem 429 until the next business day once the store has had its share
   */
  public Optional<UUID> on(Tenant tenant, DayRange range) {
    return turnstile.pass(
        PATIENCE, () -> sellsIn(tenant, range) ? accepted(tenant, range) : Optional.empty());
  }

  private boolean sellsIn(Tenant tenant, DayRange range) {
    return period.hasSales(tenant.storeId(), tenant.businessDays(), range);
  }

  private Optional<UUID> accepted(Tenant tenant, DayRange range) {
    UUID reqId = UUID.randomUUID();
    transactions.executeWithoutResult(status -> accept(reqId, tenant, range));
    return Optional.of(reqId);
  }

  private void accept(UUID reqId, Tenant tenant, DayRange range) {
    Instant now = clock.instant();
    jobs.lock(tenant.storeId());
    requireShareLeft(tenant, now);
    jobs.add(
        new Job(
            reqId,
            tenant.storeId(),
            range,
            tenant.businessDays(),
            Job.State.WAITING,
            0,
            0,
            null,
            null,
            null,
            null,
            null,
            now,
            now.plus(properties.deadline()),
            null,
            traces.current()));
    outbox.accepted(reqId);
    letIn.next(tenant.storeId());
  }

  private void requireShareLeft(Tenant tenant, Instant now) {
    Instant today = startOfDay(tenant, now, 0);
    if (jobs.acceptedSince(tenant.storeId(), today) >= properties.dailyCap()) {
      Duration left = Duration.between(now, startOfDay(tenant, now, 1));
      throw new Problem(HttpStatus.TOO_MANY_REQUESTS, "CONSULTING_DAILY_CAP", properties.dailyCap())
          .retryAfter(Math.toIntExact(Math.max(1, left.toSeconds())));
    }
  }

  private static Instant startOfDay(Tenant tenant, Instant now, int daysAhead) {
    return tenant
        .businessDays()
        .dayOf(now)
        .plusDays(daysAhead)
        .atTime(tenant.businessDays().dayStart())
        .atZone(tenant.businessDays().zone())
        .toInstant();
  }
}
