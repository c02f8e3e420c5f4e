package com.salesync.common.audit;

import com.salesync.common.web.RequestIdFilter;
import java.util.Map;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Appends to the service's {@code audit_log}; a trigger refuses changes to what is written. Records
 * join the caller's transaction, so that an effect and its record stand or fall together.
 */
public final class AuditLog {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  public AuditLog(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * Records one act.
   *
   * @param action what was done, such as {@code sale.completed}
   * @param subject what it was done to, such as {@code sale:17}
   * @param details figures that matter later; never a password, token or phone number
   */
  public void record(long storeId, String action, String subject, Map<String, ?> details) {
    jdbc.sql(
            """
            insert into audit_log (store_id, action, subject, details, request_id)
            values (?, ?, ?, ?::jsonb, ?)
            """)
        .params(
            storeId,
            action,
            subject,
            json.writeValueAsString(details),
            MDC.get(RequestIdFilter.MDC_KEY))
        .update();
  }
}
