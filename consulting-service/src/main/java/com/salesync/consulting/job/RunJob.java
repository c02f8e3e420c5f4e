package com.salesync.consulting.job;

import com.salesync.common.neighbour.NeighbourUnavailable;
import com.salesync.consulting.advice.Advice;
import com.salesync.consulting.advice.Adviser;
import com.salesync.consulting.advice.NoAdvice;
import com.salesync.consulting.figures.Figures;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/**
 * One try at a job. It holds no connection and no transaction while it waits for others. However
 * many jobs go to the model or come back from it at once, few read the books and few write at once:
 * the rest of a crowd is still being accepted.
 */
@Component
class RunJob {

  private static final Logger log = LoggerFactory.getLogger(RunJob.class);

  /** A job that brings its process down this often is not run again. */
  private static final int MOST_CRASHES = 3;

  private static final int WRITING_AT_ONCE = 4;
  private static final int READING_AT_ONCE = 4;

  private final Turnstile database = new Turnstile(WRITING_AT_ONCE);
  private final Turnstile books = new Turnstile(READING_AT_ONCE);
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
    return database
        .pass(() -> jobs.start(reqId, clock.instant()))
        .flatMap(job -> database.pass(tried(job)));
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
    } catch (HttpClientErrorException refused) {
      log.error("A neighbour refused the figures for {}", job.reqId(), refused);
      return failed(job, "FIGURES_REFUSED", null);
    }
  }

  private Supplier<Optional<Instant>> advised(Job job) {
    Period.Store store = books.pass(() -> period.store(job.storeId(), job.businessDays()));
    Figures figures =
        books.pass(() -> period.figures(job.storeId(), job.businessDays(), job.range()));
    if (figures.isEmpty()) {
      return failed(job, "NO_SALES", store.language());
    }
    Advice advice = adviser.advise(store.name(), figures, store.language());
    return () -> {
      end.answered(job, store.language(), adviser.description(), figures, advice);
      return Optional.empty();
    };
  }

  private Supplier<Optional<Instant>> failed(Job job, String reason, @Nullable Locale language) {
    return () -> {
      end.failed(job, reason, language);
      return Optional.empty();
    };
  }

  private Supplier<Optional<Instant>> again(Job job, boolean modelFailed, Exception why) {
    return () -> {
      log.warn("Consulting request {} is tried again: {}", job.reqId(), why.getMessage());
      jobs.putBack(job.reqId(), modelFailed);
      return Optional.of(clock.instant().plus(properties.waitAfter(job.modelFailures() + 1)));
    };
  }
}
