package com.salesync.sale.recovery;

import com.salesync.common.database.Reports;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Exports payments and voids under way, and the age of the oldest. Read from the database, so that
 * every replica exports the same.
 */
@Component
class UnderWayGauges {

  private static final Logger log = LoggerFactory.getLogger(UnderWayGauges.class);

  private record UnderWay(long payments, long voids, double oldestSeconds) {}

  private final JdbcClient jdbc;
  private volatile UnderWay underWay = new UnderWay(0, 0, 0);

  UnderWayGauges(@Reports JdbcClient jdbc, MeterRegistry meters) {
    this.jdbc = jdbc;
    Gauge.builder("salesync.payments.pending", () -> underWay.payments()).register(meters);
    Gauge.builder("salesync.voids.pending", () -> underWay.voids()).register(meters);
    Gauge.builder("salesync.payments.pending.oldest.age", () -> underWay.oldestSeconds())
        .baseUnit("seconds")
        .register(meters);
  }

  @Scheduled(fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
  void refresh() {
    try {
      underWay =
          jdbc.sql(
                  """
                  select count(*) filter (where status = 'PENDING') as payments,
                         count(*) filter (where status = 'VOIDING') as voids,
                         coalesce(extract(epoch from
                           now() - min(coalesce(void_requested_at, created_at))), 0)::float8
                           as oldest_seconds
                  from sales where status in ('PENDING', 'VOIDING')
                  """)
              .query(UnderWay.class)
              .single();
    } catch (DataAccessException unreadable) {
      log.warn("Payments under way could not be counted: {}", unreadable.toString());
    }
  }
}
