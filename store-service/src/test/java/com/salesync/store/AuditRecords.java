package com.salesync.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the audit log says of a store. */
record AuditRecords(JdbcClient jdbc) {

  /** In the order in which they happened. */
  List<String> actions(long storeId) {
    return jdbc.sql("select action from audit_log where store_id = ? order by id")
        .param(storeId)
        .query(String.class)
        .list();
  }
}
