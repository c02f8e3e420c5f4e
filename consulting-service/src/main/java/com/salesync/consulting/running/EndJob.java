package com.salesync.consulting.running;

import com.salesync.consulting.advice.Advice;
import com.salesync.consulting.advice.Adviser;
import com.salesync.consulting.figures.SalesFigures;
import com.salesync.consulting.job.AdmitJobs;
import com.salesync.consulting.job.Job;
import com.salesync.consulting.job.JobEvents;
import com.salesync.consulting.job.Jobs;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ends a job once: outcome, the outbox's event of it and the admission of the store's next job are
 * one transaction.
 */
@Component
class EndJob {

  private static final Logger log = LoggerFactory.getLogger(EndJob.class);

  private final Jobs jobs;
  private final JobEvents events;
  private final AdmitJobs admit;
  private final JsonMapper json;
  private final MeterRegistry metrics;
  private final Clock clock;

  EndJob(
      Jobs jobs,
      JobEvents events,
      AdmitJobs admit,
      JsonMapper json,
      MeterRegistry metrics,
      Clock clock) {
    this.jobs = jobs;
    this.events = events;
    this.admit = admit;
    this.json = json;
    this.metrics = metrics;
    this.clock = clock;
    count("completed", 0);
    count("failed", 0);
  }

  @Transactional
  void completeJob(
      Job job, Locale language, Adviser.Description adviser, SalesFigures figures, Advice advice) {
    jobs.lock(job.storeId(), clock.instant());
    jobs.complete(
            job.storeId(),
            job.reqId(),
            language.getLanguage(),
            adviser.kind(),
            adviser.detail(),
            json.writeValueAsString(figures),
            advice.text(),
            clock.instant())
        .ifPresent(completed -> ended(completed, "completed"));
  }

  @Transactional
  void failJob(Job job, String reason, @Nullable Locale language) {
    jobs.lock(job.storeId(), clock.instant());
    jobs.fail(
            job.storeId(),
            job.reqId(),
            reason,
            language == null ? null : language.getLanguage(),
            clock.instant())
        .ifPresent(
            failed -> {
              log.warn("Consulting request {} failed: {}", job.reqId(), reason);
              ended(failed, "failed");
            });
  }

  private void ended(Job job, String outcome) {
    events.addEnded(job);
    admit.admitJobs(job.storeId());
    count(outcome, 1);
  }

  private void count(String outcome, int jobsEnded) {
    metrics.counter("salesync.consulting.jobs", "outcome", outcome).increment(jobsEnded);
  }
}
