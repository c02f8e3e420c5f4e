package com.salesync.consulting.job;

import com.salesync.common.neighbour.NeighbourUnavailable;
import com.salesync.consulting.advice.Advice;
import com.salesync.consulting.advice.Adviser;
import com.salesync.consulting.advice.NoAdvice;
import com.salesync.consulting.figures.Figures;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** One try at a job; it holds no connection and no transaction while it waits for others. */
@Component
class RunJob {

  private static final Logger log = LoggerFactory.getLogger(RunJob.class);

  /** A job that brings its process down this often is not run again. */
  private static final int MOST_CRASHES = 3;

  private final Jobs jobs;
  private final Period period;
  private final Adviser adviser;
  private final EndJob end;
  private final ConsultingProperties properties;
  private final Clock clock;

  RunJob(
      Jobs jobs,
      Period period,
      Adviser adviser,
      EndJob end,
      ConsultingProperties properties,
      Clock clock) {
    this.jobs = jobs;
    this.period = period;
    this.adviser = adviser;
    this.end = end;
    this.properties = properties;
    this.clock = clock;
  }

  /** When to try again; empty once the job has ended. */
  Optional<Instant> once(UUID reqId) {
    return jobs.start(reqId, clock.instant()).flatMap(this::run);
  }

  private Optional<Instant> run(Job job) {
    if (job.deadline().isBefore(clock.instant())) {
      return fail(job, "DEADLINE");
    }
    if (job.crashes() > MOST_CRASHES) {
      return fail(job, "CRASHED");
    }
    try {
      return advise(job);
    } catch (NoAdvice none) {
      return none.isPassing() && job.modelFailures() + 1 < properties.attempts()
          ? again(job, true, none)
          : fail(job, none.reason().name());
    } catch (NeighbourUnavailable outage) {
      return again(job, false, outage);
    } catch (HttpClientErrorException refused) {
      log.error("A neighbour refused the figures for {}", job.reqId(), refused);
      return fail(job, "FIGURES_REFUSED");
    }
  }

  private Optional<Instant> advise(Job job) {
    Period.Store store = period.store(job.storeId(), job.businessDays());
    Figures figures = period.figures(job.storeId(), job.businessDays(), job.range());
    if (figures.isEmpty()) {
      end.failed(job, "NO_SALES", store.language());
      return Optional.empty();
    }
    Advice advice = adviser.advise(store.name(), figures, store.language());
    end.answered(job, store.language(), adviser.description(), figures, advice);
    return Optional.empty();
  }

  private Optional<Instant> fail(Job job, String reason) {
    end.failed(job, reason, null);
    return Optional.empty();
  }

  private Optional<Instant> again(Job job, boolean modelFailed, Exception why) {
    log.warn("Consulting request {} is tried again: {}", job.reqId(), why.getMessage());
    jobs.putBack(job.reqId(), modelFailed);
    return Optional.of(clock.instant().plus(properties.waitAfter(job.modelFailures() + 1)));
  }
}
