package com.salesync.dashboard.settlement;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Exports what waits to be texted, and invariant I8: one text per store, day and total. */
@Component
class WatchTexts {

  private final JdbcClient jdbc;
  private final AtomicLong queued;
  private final AtomicLong oldestSeconds;
  private final AtomicLong doubled;

  WatchTexts(JdbcClient jdbc, MeterRegistry metrics) {
    this.jdbc = jdbc;
    this.queued = gauge(metrics, "salesync.sms.queued", List.of());
    this.oldestSeconds = gauge(metrics, "salesync.sms.oldest.queued.seconds", List.of());
    this.doubled =
        gauge(metrics, "salesync.invariant.violations", List.of(Tag.of("invariant", "I8")));
  }

  private static AtomicLong gauge(MeterRegistry metrics, String name, List<Tag> tags) {
    AtomicLong value = new AtomicLong();
    metrics.gauge(name, tags, value);
    return value;
  }

  @Scheduled(fixedDelayString = "${salesync.sms.watch-interval:60s}")
  void look() {
    jdbc.sql(
            """
            select count(*) as waiting,
                   coalesce(extract(epoch from now() - min(requested_at)), 0)::bigint as age
            from settlements where finished_at is null
            """)
        .query(
            row -> {
              queued.set(row.getLong("waiting"));
              oldestSeconds.set(row.getLong("age"));
            });
    doubled.set(
        jdbc.sql(
                """
                select count(*) from (
                  select 1 from settlements where sms in ('sending', 'sent', 'ambiguous')
                  group by store_id, business_day, total having count(*) > 1) as doubled
                """)
            .query(Long.class)
            .single());
  }
}
