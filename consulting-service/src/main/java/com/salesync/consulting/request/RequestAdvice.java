package com.salesync.consulting.request;

import com.salesync.common.problem.Problem;
import com.salesync.common.security.Tenant;
import com.salesync.common.time.BusinessDays;
import com.salesync.common.time.DayRange;
import com.salesync.common.tracing.TaskTraces;
import com.salesync.consulting.client.SalesLookup;
import com.salesync.consulting.job.AdmitJobs;
import com.salesync.consulting.job.Job;
import com.salesync.consulting.job.JobEvents;
import com.salesync.consulting.job.JobProperties;
import com.salesync.consulting.job.Jobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Accepts a request: once this returns, the job is durable. */
@Component
public class RequestAdvice {

  /** Stores served at once; more would only wait for the dashboard and for the database. */
  private static final int LANES = 16;

  private final Batcher<Question, @Nullable String, Optional<UUID>> batcher;
  private final Jobs jobs;
  private final AdmitJobs admit;
  private final JobEvents events;
  private final SalesLookup sales;
  private final JobProperties properties;
  private final TransactionOperations transactions;
  private final TaskTraces traces;
  private final Clock clock;

  RequestAdvice(
      Jobs jobs,
      AdmitJobs admit,
      JobEvents events,
      SalesLookup sales,
      JobProperties properties,
      TransactionOperations transactions,
      TaskTraces traces,
      Clock clock) {
    this.jobs = jobs;
    this.admit = admit;
    this.events = events;
    this.sales = sales;
    this.properties = properties;
    this.transactions = transactions;
    this.traces = traces;
    this.clock = clock;
    this.batcher = new Batcher<>(LANES, Question::storeId, properties.acceptance(), this::answers);
  }

  /** Requests that differ in nothing but their trace are accepted together. */
  private record Question(long storeId, BusinessDays businessDays, DayRange range) {

    Tenant tenant() {
      return new Tenant(storeId, "consulting-service", businessDays);
    }
  }

  /**
   * The new request's id; empty if nothing was sold in the range.
   *
   * @throws Problem 429 until the next business day once the store has had its share
   */
  public Optional<UUID> requestAdvice(Tenant tenant, DayRange range) {
    return batcher.serve(
        new Question(tenant.storeId(), tenant.businessDays(), range), traces.current());
  }

  private List<Supplier<Optional<UUID>>> answers(
      Question question, List<@Nullable String> traceparents) {
    return sales.hasSales(question.tenant(), question.range())
        ? Objects.requireNonNull(transactions.execute(status -> accepted(question, traceparents)))
        : Collections.nCopies(traceparents.size(), Optional::empty);
  }

  private List<Supplier<Optional<UUID>>> accepted(
      Question question, List<@Nullable String> traceparents) {
    Instant now = clock.instant();
    jobs.lock(question.storeId(), now);
    long share =
        properties.dailyCap()
            - jobs.acceptedSince(question.storeId(), startOfDay(question, now, 0));
    List<Job> accepted =
        traceparents.stream()
            .limit(Math.max(0, share))
            .map(traceparent -> job(question, traceparent, now))
            .toList();
    if (!accepted.isEmpty()) {
      jobs.add(accepted);
      events.addAccepted(accepted);
      admit.admitJobs(question.storeId());
    }
    Supplier<Optional<UUID>> refusal =
        () -> {
          throw dailyCapReached(question, now);
        };
    return Stream.concat(
            accepted.stream().map(job -> () -> Optional.of(job.reqId())),
            Stream.generate(() -> refusal))
        .limit(traceparents.size())
        .toList();
  }

  private Job job(Question question, @Nullable String traceparent, Instant now) {
    return Job.accepted(
        UUID.randomUUID(),
        question.storeId(),
        question.range(),
        question.businessDays(),
        now,
        now.plus(properties.deadline()),
        traceparent);
  }

  private Problem dailyCapReached(Question question, Instant now) {
    Duration left = Duration.between(now, startOfDay(question, now, 1));
    return Problem.tooManyRequests(
        "CONSULTING_DAILY_CAP",
        Math.toIntExact(Math.max(1, left.toSeconds())),
        properties.dailyCap());
  }

  private static Instant startOfDay(Question question, Instant now, int daysAhead) {
    BusinessDays days = question.businessDays();
    return days.startOf(days.dayOf(now).plusDays(daysAhead));
  }
}
