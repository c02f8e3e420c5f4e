package com.salesync.consulting.running;

import com.salesync.consulting.advice.Advice;
import com.salesync.consulting.advice.Adviser;
import com.salesync.consulting.figures.SalesFigures;
import com.salesync.consulting.job.AdmitJobs;
import com.salesync.consulting.job.Job;
import com.salesync.consulting.job.JobId;
import com.salesync.consulting.job.Jobs;
import com.salesync.consulting.job.Outbox;
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
  private final Outbox outbox;
  private final AdmitJobs admit;
  private final JsonMapper json;
  private final MeterRegistry metrics;
  private final Clock clock;

  EndJob(
      Jobs jobs,
      Outbox outbox,
      AdmitJobs admit,
      JsonMapper json,
      MeterRegistry metrics,
      Clock clock) {
    this.jobs = jobs;
    this.outbox = outbox;
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
    if (jobs.complete(
        job.storeId(),
        job.reqId(),
        language.getLanguage(),
        adviser.kind(),
        adviser.detail(),
        json.writeValueAsString(figures),
        advice.text(),
        clock.instant())) {
      ended(job, "completed");
    }
  }

  @Transactional
  void failJob(Job job, String reason, @Nullable Locale language) {
    jobs.lock(job.storeId(), clock.instant());
    if (jobs.fail(
        job.storeId(),
        job.reqId(),
        reason,
        language == null ? null : language.getLanguage(),
        clock.instant())) {
      log.warn("Consulting request {} failed: {}", job.reqId(), reason);
      ended(job, "failed");
    }
  }

  private void ended(Job job, String outcome) {
    outbox.addEnded(new JobId(job.storeId(), job.reqId()));
    admit.admitJobs(job.storeId());
    count(outcome, 1);
  }

  private void count(String outcome, int jobsEnded) {
    metrics.counter("salesync.consulting.jobs", "outcome", outcome).increment(jobsEnded);
  }
}
