package com.salesync.localstack.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/**
 * How far a database has got: PostgreSQL's write-ahead log only grows.
 *
 * @param database what PostgreSQL calls its data since they were made; copies are called the same
 * @param bytes of the log since then
 * @param at when it had got there
 */
record LogPosition(String database, long bytes, Instant at) {

  /**
   * Where a database is that has just been started. One that was copied while it ran recovers first
   * and writes some thousand bytes by that: where no more than those are missing, it seems to be as
   * far as it was.
   */
  static LogPosition found(Connection superuser, Instant lastWritten) throws SQLException {
    return ask(superuser, "pg_current_wal_insert_lsn()", lastWritten);
  }

  /**
   * Marks the log, so that the position is one that a crash cannot take back: the server's own is
   * in the middle of a record at times.
   */
  static LogPosition marked(Connection superuser) throws SQLException {
    return ask(superuser, "pg_logical_emit_message(true, 'salesync', 'position')", Instant.now());
  }

  private static LogPosition ask(Connection superuser, String position, Instant at)
      throws SQLException {
    try (Statement statement = superuser.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT system_identifier, %s - '0/0'::pg_lsn FROM pg_control_system()"
                    .formatted(position))) {
      rows.next();
      return new LogPosition(rows.getString(1), rows.getLong(2), at);
    }
  }
}
