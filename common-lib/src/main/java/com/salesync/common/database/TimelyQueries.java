package com.salesync.common.database;

import com.salesync.common.deadline.Deadline;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Queries that may take seconds, and no longer than their answer is waited for. */
final class TimelyQueries extends JdbcTemplate {

  TimelyQueries(DataSource database) {
    super(database);
  }

  @Override
  protected void applyStatementSettings(Statement statement) throws SQLException {
    super.applyStatementSettings(statement);
    Deadline deadline = Deadline.current();
    if (deadline != null) {
      statement.setQueryTimeout(wholeSeconds(deadline.remaining()));
    }
  }

  /** At least one: zero would be for ever. */
  private static int wholeSeconds(Duration remaining) {
    return Math.max(1, (int) remaining.plusMillis(999).toSeconds());
  }
}
