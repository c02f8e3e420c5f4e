package com.salesync.common.problem;

import com.salesync.common.outcome.Effects;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot be reached from a statement that is wrong. */
final class DatabaseOutage {

  private static final Set<String> TIMEOUTS = Set.of("55P03", "57014", "25P03");

  private DatabaseOutage() {}

  /**
   * 503 for an exception caused by a lost connection, a deadlock or a time-out; 504 where the lost
   * connection has taken the answer to a COMMIT with it; else null.
   */
  static @Nullable Problem in(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientConnectionException) {
        return unavailable();
      }
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        if (isLostConnection(state)) {
          return Effects.wereBeingCommitted() ? Problem.outcomeUnknown(failure) : unavailable();
        }
        if (passes(state)) {
          return unavailable();
        }
      }
    }
    return null;
  }

  private static Problem unavailable() {
    return Problem.unavailable("DATABASE_UNAVAILABLE", 2);
  }

  /**
   * SQLSTATE class 08 is a connection exception, 57P an operator intervention such as a shutdown;
   * the pool has no state for a connection it has closed, as it does once one is lost: that is what
   * a rollback, which then fails, too, leaves of the first cause.
   */
  private static boolean isLostConnection(@Nullable String state) {
    return state == null || state.startsWith("08") || state.startsWith("57P");
  }

  /**
   * 40 is a transaction rolled back for the sake of others, 55P03 a lock and 57014 a statement that
   * took longer than the pool allows, 25P03 a transaction that stood still: all pass if the call is
   * repeated.
   */
  private static boolean passes(@Nullable String state) {
    return state != null && (TIMEOUTS.contains(state) || state.startsWith("40"));
  }
}
