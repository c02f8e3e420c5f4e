package com.salesync.dashboard.settlement.sms;

import com.salesync.common.database.Reports;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Exports how many SMS wait and for how long. */
@Component
class SmsQueueMetrics {

  private final JdbcClient reports;
  private final AtomicLong queued = new AtomicLong();
  private final AtomicLong oldestSeconds = new AtomicLong();

  SmsQueueMetrics(@Reports JdbcClient reports, MeterRegistry metrics) {
    this.reports = reports;
    metrics.gauge("salesync.sms.queued", queued);
    metrics.gauge("salesync.sms.oldest.queued.seconds", oldestSeconds);
  }

  @Scheduled(fixedDelayString = "${salesync.sms.metrics-interval:60s}")
  void measure() {
    reports
        .sql(
            """
            select count(*) as waiting,
                   coalesce(extract(epoch from now() - min(requested_at)), 0)::bigint as age
            from settlements where send_at is not null
            """)
        .query(
            row -> {
              queued.set(row.getLong("waiting"));
              oldestSeconds.set(row.getLong("age"));
            });
  }
}
