package com.salesync.sale.books;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Exports violated invariants, and payments and voids under way, as gauges. */
@Component
class BooksWatch {

  private static final Logger log = LoggerFactory.getLogger(BooksWatch.class);

  /** Sales that are neither settled nor voided, and the age of the oldest in seconds. */
  private record UnderWay(long pending, long voiding, double oldestAge) {

    static final UnderWay NONE = new UnderWay(0, 0, 0);
  }

  private final JdbcClient jdbc;
  private final BooksProperties properties;
  private final Clock clock;
  private volatile Map<Invariant, Long> violations = Map.of();
  private volatile UnderWay underWay = UnderWay.NONE;

  BooksWatch(JdbcClient jdbc, BooksProperties properties, Clock clock, MeterRegistry meters) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.clock = clock;
    for (Invariant invariant : Invariant.values()) {
      Gauge.builder("salesync.invariant.violations", () -> violations.getOrDefault(invariant, 0L))
          .tag("invariant", invariant.name())
          .register(meters);
    }
    Gauge.builder("salesync.payments.pending", () -> underWay.pending()).register(meters);
    Gauge.builder("salesync.voids.pending", () -> underWay.voiding()).register(meters);
    Gauge.builder("salesync.payments.pending.oldest.age", () -> underWay.oldestAge())
        .baseUnit("seconds")
        .register(meters);
  }

  @Scheduled(fixedDelayString = "${salesync.books.interval:30s}")
  void look() {
    try {
      underWay = readUnderWay();
      Map<Invariant, Long> found = new EnumMap<>(Invariant.class);
      for (Invariant invariant : Invariant.values()) {
        found.put(invariant, count(invariant));
      }
      if (found.values().stream().anyMatch(count -> count > 0)) {
        log.error("The books are wrong, violations by invariant: {}", found);
      }
      violations = found;
    } catch (DataAccessException unreadable) {
      log.warn("The books could not be read: {}", unreadable.toString());
    }
  }

  long count(Invariant invariant) {
    Instant since = clock.instant().minus(properties.lookBack());
    return jdbc.sql(invariant.violations())
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query(Long.class)
        .single();
  }

  private UnderWay readUnderWay() {
    return jdbc.sql(
            """
            select count(*) filter (where status = 'PENDING') as pending,
                   count(*) filter (where status = 'VOIDING') as voiding,
                   coalesce(extract(epoch from
                     now() - min(coalesce(void_requested_at, created_at))), 0)::float8 as oldest_age
            from sales where status in ('PENDING', 'VOIDING')
            """)
        .query(UnderWay.class)
        .single();
  }
}
