package com.salesync.common.retention;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deletes what is older than its {@link Retention}, in small transactions. */
public final class DeleteOldRows {

  /** What one transaction deletes, so that nothing waits long for its locks. */
  private static final int BATCH = 1000;

  private static final Logger log = LoggerFactory.getLogger(DeleteOldRows.class);

  private final JdbcClient jdbc;
  private final List<Retention> retentions;
  private final MeterRegistry meters;
  private final Clock clock;

  DeleteOldRows(JdbcClient jdbc, List<Retention> retentions, MeterRegistry meters, Clock clock) {
    this.jdbc = jdbc;
    this.retentions = List.copyOf(retentions);
    this.meters = meters;
    this.clock = clock;
    retentions.forEach(this::failures);
  }

  /**
   * Goes through all retentions; one that fails is counted, which is its alarm, and tried again the
   * next day.
   */
  public void deleteOldRows() {
    for (Retention retention : retentions) {
      try {
        int deleted = delete(retention);
        if (deleted > 0) {
          log.info("Deleted {} of {} older than {}", deleted, retention.rows(), retention.keep());
        }
      } catch (DataAccessException failure) {
        failures(retention).increment();
        log.error("What is old of {} was not deleted", retention.rows(), failure);
      }
    }
  }

  private int delete(Retention retention) {
    int deleted = 0;
    int last;
    do {
      last =
          jdbc.sql(retention.delete())
              .param("before", clock.instant().minus(retention.keep()).atOffset(ZoneOffset.UTC))
              .param("most", BATCH)
              .update();
      deleted += last;
    } while (last == BATCH);
    return deleted;
  }

  private Counter failures(Retention retention) {
    return Counter.builder("salesync.retention.failures")
        .description("Runs that could not delete what is old")
        .tag("rows", retention.rows())
        .register(meters);
  }
}
