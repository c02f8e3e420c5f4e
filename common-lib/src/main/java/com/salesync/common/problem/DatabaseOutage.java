package com.salesync.common.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot be reached from a statement that is wrong. */
final class DatabaseOutage {

  private DatabaseOutage() {}

  /** The 503 for an exception caused by a lost connection or a deadlock, else null. */
  static @Nullable Problem in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientConnectionException
          || (cause instanceof SQLException sql && passes(sql.getSQLState()))) {
        return Problem.unavailable("DATABASE_UNAVAILABLE", 2);
      }
    }
    return null;
  }

  /**
   * SQLSTATE class 08 is a connection exception, 57P an operator intervention such as a shutdown,
   * 40 a transaction rolled back for the sake of others: all pass if the call is repeated.
   */
  private static boolean passes(@Nullable String state) {
    return state != null
        && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("40"));
  }
}
