package com.salesync.consulting.job;

import com.salesync.common.tracing.TaskTraces;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends what is overdue, and exports the queue and two invariants: I9, every job ends within its
 * deadline, and I5, no news waits in the outbox for a minute.
 */
@Component
class WatchJobs {

  private final Jobs jobs;
  private final EndJob end;
  private final JdbcClient jdbc;
  private final TaskTraces traces;
  private final Clock clock;
  private final Map<String, AtomicLong> values = new ConcurrentHashMap<>();

  WatchJobs(
      Jobs jobs,
      EndJob end,
      JobQueue queue,
      JdbcClient jdbc,
      TaskTraces traces,
      Clock clock,
      MeterRegistry metrics) {
    this.jobs = jobs;
    this.end = end;
    this.jdbc = jdbc;
    this.traces = traces;
    this.clock = clock;
    Gauge.builder("salesync.consulting.in.flight", queue, JobQueue::inFlight)
        .description("Jobs running in this instance")
        .register(metrics);
    gauge(metrics, "waiting", "salesync.consulting.queue", Tag.of("state", "waiting"));
    gauge(metrics, "queued", "salesync.consulting.queue", Tag.of("state", "queued"));
    gauge(metrics, "running", "salesync.consulting.queue", Tag.of("state", "running"));
    gauge(metrics, "outbox", "salesync.consulting.outbox.oldest.seconds");
    gauge(metrics, "I5", "salesync.invariant.violations", Tag.of("invariant", "I5"));
    gauge(metrics, "I9", "salesync.invariant.violations", Tag.of("invariant", "I9"));
  }

  private void gauge(MeterRegistry metrics, String key, String name, Tag... tags) {
    AtomicLong value = new AtomicLong();
    values.put(key, value);
    metrics.gauge(name, List.of(tags), value);
  }

  @Scheduled(fixedDelayString = "${salesync.consulting.jobs.watch-interval:15s}")
  void look() {
    jobs.overdue(clock.instant()).forEach(this::endOverdue);
    jdbc.sql(
            """
            select count(*) filter (where state = 'waiting') as waiting,
                   count(*) filter (where state = 'queued') as queued,
                   count(*) filter (where state = 'running') as running,
                   count(*) filter (where deadline < now() - interval '1 minute') as overdue
            from consulting_jobs where finished_at is null
            """)
        .query(
            row -> {
              set("waiting", row.getLong("waiting"));
              set("queued", row.getLong("queued"));
              set("running", row.getLong("running"));
              set("I9", row.getLong("overdue"));
            });
    jdbc.sql(
            """
            select coalesce(extract(epoch from now() - min(finished_at)), 0)::bigint as age,
                   count(*) filter (where finished_at < now() - interval '1 minute') as late
            from consulting_jobs where finished_at is not null and published_at is null
            """)
        .query(
            row -> {
              set("outbox", row.getLong("age"));
              set("I5", row.getLong("late"));
            });
  }

  private void endOverdue(Job job) {
    traces.continuing(job.traceparent(), "end overdue", () -> end.failed(job, "DEADLINE", null));
  }

  private void set(String key, long value) {
    values.computeIfPresent(
        key,
        (name, gauge) -> {
          gauge.set(value);
          return gauge;
        });
  }
}
