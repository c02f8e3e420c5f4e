package com.salesync.consulting.running;

import com.salesync.common.database.Reports;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Exports the queue of jobs. */
@Component
class JobMetrics {

  private final JdbcClient reports;
  private final AtomicLong waiting = new AtomicLong();
  private final AtomicLong queued = new AtomicLong();
  private final AtomicLong running = new AtomicLong();

  JobMetrics(JobRunner runner, @Reports JdbcClient reports, MeterRegistry metrics) {
    this.reports = reports;
    Gauge.builder("salesync.consulting.in.flight", runner, JobRunner::inFlight)
        .description("Jobs running in this instance")
        .register(metrics);
    metrics.gauge("salesync.consulting.queue", Tags.of("state", "waiting"), waiting);
    metrics.gauge("salesync.consulting.queue", Tags.of("state", "queued"), queued);
    metrics.gauge("salesync.consulting.queue", Tags.of("state", "running"), running);
  }

  @Scheduled(fixedDelayString = "${salesync.consulting.jobs.metrics-interval:15s}")
  void measure() {
    reports
        .sql(
            """
            select count(*) filter (where state = 'waiting') as waiting,
                   count(*) filter (where state = 'queued') as queued,
                   count(*) filter (where state = 'running') as running
            from consulting_jobs where finished_at is null
            """)
        .query(
            row -> {
              waiting.set(row.getLong("waiting"));
              queued.set(row.getLong("queued"));
              running.set(row.getLong("running"));
            });
  }
}
