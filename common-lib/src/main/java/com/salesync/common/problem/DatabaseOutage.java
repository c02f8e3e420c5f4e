package com.salesync.common.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot be reached from a statement that is wrong. */
final class DatabaseOutage {

  private DatabaseOutage() {}

  /** The 503 for an exception caused by a lost or refused connection, else null. */
  static @Nullable Problem in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientConnectionException
          || (cause instanceof SQLException sql && isConnectionState(sql.getSQLState()))) {
        return Problem.unavailable("DATABASE_UNAVAILABLE", 2);
      }
    }
    return null;
  }

  /**
   * SQLSTATE class 08 is a connection exception, 57P an operator intervention such as a shutdown.
   */
  private static boolean isConnectionState(@Nullable String state) {
    return state != null && (state.startsWith("08") || state.startsWith("57P"));
  }
}
