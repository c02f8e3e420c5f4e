package com.salesync.common.outbox;

import com.salesync.common.invariant.Finding;
import com.salesync.common.invariant.Invariant;
import com.salesync.common.invariant.Look;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much waits in the outbox and how long, as the table has it, for metrics and invariant I5. */
final class OutboxState implements MeterBinder, Invariant {

  private static final Logger log = LoggerFactory.getLogger(OutboxState.class);

  private final JdbcClient reports;

  OutboxState(JdbcClient reports) {
    this.reports = reports;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("salesync.outbox.lag", () -> read("count(*)"))
        .description("Messages that are not yet published")
        .register(registry);
    Gauge.builder(
            "salesync.outbox.age",
            () -> read("coalesce(extract(epoch from now() - min(created_at)), 0)"))
        .description("Of the oldest message that is not yet published")
        .baseUnit("seconds")
        .register(registry);
  }

  private double read(String figure) {
    try {
      return reports.sql("select " + figure + "::float8 from outbox").query(Double.class).single();
    } catch (DataAccessException unreadable) {
      log.debug("The outbox could not be read", unreadable);
      return Double.NaN;
    }
  }

  @Override
  public String name() {
    return "I5";
  }

  /** What has waited for more than a minute, by key. */
  @Override
  public Collection<Finding> findings(Look look) {
    return reports
        .sql(
            """
            select distinct store_id, key as subject from outbox
            where created_at < now() - interval '60 seconds'
            """)
        .query((row, number) -> new Finding(row.getLong("store_id"), row.getString("subject")))
        .set();
  }
}
