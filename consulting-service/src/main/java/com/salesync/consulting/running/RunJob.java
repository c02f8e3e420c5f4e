package com.salesync.consulting.running;

import com.salesync.common.neighbour.NeighbourUnavailable;
import com.salesync.common.resilience.Bulkhead;
import com.salesync.consulting.advice.Advice;
import com.salesync.consulting.advice.Adviser;
import com.salesync.consulting.advice.NoAdvice;
import com.salesync.consulting.client.DashboardServiceClient;
import com.salesync.consulting.client.StoreServiceClient;
import com.salesync.consulting.client.StoreServiceClient.Store;
import com.salesync.consulting.figures.FiguresRefused;
import com.salesync.consulting.figures.SalesFigures;
import com.salesync.consulting.job.Job;
import com.salesync.consulting.job.JobId;
import com.salesync.consulting.job.JobProperties;
import com.salesync.consulting.job.Jobs;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One try at a job. It holds no connection and no transaction while it waits for others. However
 * many jobs go to the model or come back from it at once, few read figures and few write at once:
 * the rest of a crowd is still being accepted.
 */
@Component
class RunJob {

  private static final Logger log = LoggerFactory.getLogger(RunJob.class);

  /** A job that brings its process down this often is not run again. */
  private static final int MOST_CRASHES = 3;

  private static final int WRITING_AT_ONCE = 4;
  private static final int READING_AT_ONCE = 4;

  private final Bulkhead database = new Bulkhead(WRITING_AT_ONCE);
  private final Bulkhead reading = new Bulkhead(READING_AT_ONCE);
  private final Jobs jobs;
  private final DashboardServiceClient dashboard;
  private final StoreServiceClient stores;
  private final Adviser adviser;
  private final EndJob end;
  private final JobProperties properties;
  private final Clock clock;

  RunJob(
      Jobs jobs,
      DashboardServiceClient dashboard,
      StoreServiceClient stores,
      Adviser adviser,
      EndJob end,
      JobProperties properties,
      Clock clock) {
    this.jobs = jobs;
    this.dashboard = dashboard;
    this.stores = stores;
    this.adviser = adviser;
    this.end = end;
    this.properties = properties;
    this.clock = clock;
  }

  /** When to try again; empty once the job has ended. */
  Optional<Instant> tryJob(JobId id) {
    return database
        .call(() -> jobs.start(id.storeId(), id.reqId(), clock.instant()))
        .flatMap(job -> database.call(tried(job)));
  }

  /** Does what takes long, and leaves what came of it to be written down. */
  private Supplier<Optional<Instant>> tried(Job job) {
    if (job.deadline().isBefore(clock.instant())) {
      return failed(job, "DEADLINE", null);
    }
    if (job.crashes() > MOST_CRASHES) {
      return failed(job, "CRASHED", null);
    }
    try {
      return advised(job);
    } catch (NoAdvice none) {
      return none.isPassing() && job.modelFailures() + 1 < properties.attempts()
          ? again(job, true, none)
          : failed(job, none.reason().name(), null);
    } catch (NeighbourUnavailable outage) {
      return again(job, false, outage);
    } catch (FiguresRefused refused) {
      log.error("The figures for {} were refused", job.reqId(), refused);
      return failed(job, "FIGURES_REFUSED", null);
    }
  }

  private Supplier<Optional<Instant>> advised(Job job) {
    Store store = reading.call(() -> stores.readStore(job.tenant()));
    SalesFigures figures = reading.call(() -> dashboard.readFigures(job.tenant(), job.range()));
    if (figures.isEmpty()) {
      return failed(job, "NO_SALES", store.locale());
    }
    Advice advice = adviser.advise(store.storeName(), figures, store.locale());
    return () -> {
      end.completeJob(job, store.locale(), adviser.description(), figures, advice);
      return Optional.empty();
    };
  }

  private Supplier<Optional<Instant>> failed(Job job, String reason, @Nullable Locale language) {
    return () -> {
      end.failJob(job, reason, language);
      return Optional.empty();
    };
  }

  private Supplier<Optional<Instant>> again(Job job, boolean modelFailed, Exception why) {
    return () -> {
      log.warn("Consulting request {} is tried again: {}", job.reqId(), why.getMessage());
      jobs.requeue(job.storeId(), job.reqId(), modelFailed);
      return Optional.of(clock.instant().plus(properties.backoff().after(job.modelFailures() + 1)));
    };
  }
}
