package com.salesync.order.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Exports violated invariants as gauges. */
@Component
class WatchInvariants {

  private static final Logger log = LoggerFactory.getLogger(WatchInvariants.class);

  private final JdbcClient jdbc;
  private final WatchProperties properties;
  private final Clock clock;
  private volatile Map<Invariant, Long> violations = Map.of();

  WatchInvariants(JdbcClient jdbc, WatchProperties properties, Clock clock, MeterRegistry metrics) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.clock = clock;
    for (Invariant invariant : Invariant.values()) {
      Gauge.builder("salesync.invariant.violations", () -> violations.getOrDefault(invariant, 0L))
          .description("Breaches of an invariant of the money path")
          .tag("invariant", invariant.name())
          .register(metrics);
    }
  }

  @Scheduled(fixedDelayString = "${salesync.watch.interval:60s}")
  void look() {
    OffsetDateTime since = clock.instant().minus(properties.lookBack()).atOffset(ZoneOffset.UTC);
    try {
      Map<Invariant, Long> found = new EnumMap<>(Invariant.class);
      for (Invariant invariant : Invariant.values()) {
        found.put(
            invariant,
            jdbc.sql(invariant.violations()).param("since", since).query(Long.class).single());
      }
      if (found.values().stream().anyMatch(count -> count > 0)) {
        log.error("The books are wrong, violations by invariant: {}", found);
      }
      violations = found;
    } catch (DataAccessException unreadable) {
      log.warn("The books could not be read: {}", unreadable.toString());
    }
  }
}
