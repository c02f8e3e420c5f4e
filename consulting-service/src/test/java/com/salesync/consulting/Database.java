package com.salesync.consulting;

import com.salesync.common.test.PostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A database beside the one that most tests share, with the service's schema and role. */
record Database(String url) {

  static Database create() {
    return new Database(PostgresServer.get().newDatabase("consulting"));
  }

  /** A connection that may do everything. */
  Connection connect() throws SQLException {
    return PostgresServer.get().adminConnection(url);
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A column of a job. */
  @Nullable String column(String request, String column) throws SQLException {
    return only(
        "select " + column + " from consulting.consulting_jobs where req_id = '" + request + "'");
  }

  /** The first column of the first row, if there is one. */
  @Nullable String only(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    }
  }
}
