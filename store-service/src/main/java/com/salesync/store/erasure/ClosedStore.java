package com.salesync.store.erasure;

import com.salesync.common.security.Tenant;
import com.salesync.common.time.BusinessDays;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;

/** A store that is closed and has not been erased. */
record ClosedStore(long id, String usernameKey, BusinessDays businessDays) {

  static ClosedStore read(ResultSet row, int number) throws SQLException {
    return new ClosedStore(
        row.getLong("id"),
        row.getString("username_key"),
        new BusinessDays(
            ZoneId.of(row.getString("time_zone")), row.getObject("day_start", LocalTime.class)));
  }

  /** For calls that this service makes by itself. */
  Tenant tenant() {
    return new Tenant(id, "store-service", businessDays);
  }

  /** What the audit log calls this store. */
  String subject() {
    return "store:" + id;
  }
}
