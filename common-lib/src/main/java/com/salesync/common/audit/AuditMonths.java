package com.salesync.common.audit;

import com.salesync.common.invariant.Finding;
import com.salesync.common.invariant.Invariant;
import com.salesync.common.invariant.Look;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps a partition of the audit log ready for each of the next months, by functions of its owner
 * that do only this. Nothing waits for them: what belongs to no month goes to the default
 * partition, which is the invariant AUDIT's alarm.
 */
final class AuditMonths implements Invariant {

  /** Half a quarter of failing runs goes by before a record goes to the default partition. */
  private static final int MONTHS_AHEAD = 2;

  private static final Logger log = LoggerFactory.getLogger(AuditMonths.class);

  private final JdbcClient jdbc;

  AuditMonths(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes the months that are missing and detaches those that are older than five years. */
  void prepare() {
    int made =
        jdbc.sql("select audit_log_prepare_months(?)")
            .param(MONTHS_AHEAD)
            .query(Integer.class)
            .single();
    List<String> detached =
        jdbc.sql("select audit_log_detach_old()").query((row, number) -> row.getString(1)).list();
    if (made > 0 || !detached.isEmpty()) {
      log.info("Audit log: {} months made, detached to be archived: {}", made, detached);
    }
  }

  @Override
  public String name() {
    return "AUDIT";
  }

  /** No store's in particular: the month that has no partition, next month's already. */
  @Override
  public Collection<Finding> findings(Look look) {
    return jdbc.sql(
            """
            select 0 as store_id, 'audit_log_' || to_char(until at time zone 'UTC', 'YYYY_MM') as subject
            from audit_log_prepared_until() as until
            where until is null or until < now() + interval '28 days'
            """)
        .query((row, number) -> new Finding(row.getLong("store_id"), row.getString("subject")))
        .list();
  }
}
