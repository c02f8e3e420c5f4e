package com.salesync.localstack.server;

import com.salesync.localstack.process.StackFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The two roles of a service: one serves, with the rights that the migrations grant it; the other
 * owns the schema and can log in only while it migrates.
 */
public record DatabaseRole(String name, String owner, String schema, String password) {

  /** Makes roles, password and schema what they should be; harmless when they already are. */
  void ensure(Connection superuser) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      refuseOlderData(statement);
      createRole(statement, name);
      createRole(statement, owner);
      statement.execute("ALTER ROLE " + name + " LOGIN PASSWORD '" + password + "'");
      statement.execute("ALTER ROLE " + name + " SET search_path = " + schema);
      statement.execute(
          "GRANT CONNECT ON DATABASE " + Postgres.DATABASE + " TO " + name + ", " + owner);
      statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema + " AUTHORIZATION " + owner);
      statement.execute("GRANT USAGE ON SCHEMA " + schema + " TO " + name);
    }
  }

  private static void createRole(Statement statement, String role) throws SQLException {
    if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
      statement.execute("CREATE ROLE " + role + " NOLOGIN");
    }
  }

  /** Until its schemas had owners of their own, Salesync kept other keys. */
  private void refuseOlderData(Statement statement) throws SQLException {
    if (exists(
        statement,
        "SELECT 1 FROM pg_namespace WHERE nspname = '%s' AND nspowner::regrole::text = '%s'"
            .formatted(schema, name))) {
      throw new StackFailure(
          "This folder's data are of an older Salesync and were left as they are:"
              + " start afresh in another folder with --data, or delete this one.");
    }
  }

  /** Lets the owner log in, with this password. */
  void openOwner(Connection superuser, String ownersPassword) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      statement.execute("ALTER ROLE " + owner + " LOGIN PASSWORD '" + ownersPassword + "'");
    }
  }

  void closeOwner(Connection superuser) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      statement.execute("ALTER ROLE " + owner + " NOLOGIN PASSWORD NULL");
    }
  }

  /** Creates the database, closed to everybody who is not given a role in it. */
  static void createDatabase(Connection superuser, String database) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + database + "'")) {
        statement.execute("CREATE DATABASE " + database);
      }
      statement.execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
    }
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
