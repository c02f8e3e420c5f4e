package com.salesync.common.problem;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot be reached from a statement that is wrong. */
final class DatabaseOutage {

  private static final Set<String> TIMEOUTS = Set.of("55P03", "57014", "25P03");

  private DatabaseOutage() {}

  /** The 503 for an exception caused by a lost connection, a deadlock or a time-out, else null. */
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
   * 40 a transaction rolled back for the sake of others, 55P03 a lock and 57014 a statement that
   * took longer than the pool allows, 25P03 a transaction that stood still: all pass if the call is
   * repeated.
   */
  private static boolean passes(@Nullable String state) {
    return state != null
        && (TIMEOUTS.contains(state)
            || state.startsWith("08")
            || state.startsWith("57P")
            || state.startsWith("40"));
  }
}
