package com.salesync.common.invariant;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Something that breaks an invariant.
 *
 * @param subject an id or a business day within the store, never personal data
 */
public record Finding(long storeId, String subject) {

  static Finding read(ResultSet row, int number) throws SQLException {
    return new Finding(row.getLong("store_id"), row.getString("subject"));
  }
}
