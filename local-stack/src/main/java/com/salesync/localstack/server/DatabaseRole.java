package com.salesync.localstack.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A service's login, which owns its schema and can touch nothing else. */
public record DatabaseRole(String name, String schema, String password) {

  /** Makes role, password and schema what they should be; harmless when they already are. */
  void ensure(Connection superuser) throws SQLException {
    try (Statement statement = superuser.createStatement()) {
      if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")) {
        statement.execute("CREATE ROLE " + name + " LOGIN");
      }
      statement.execute("ALTER ROLE " + name + " PASSWORD '" + password + "'");
      statement.execute("ALTER ROLE " + name + " SET search_path = " + schema);
      statement.execute("GRANT CONNECT ON DATABASE " + Postgres.DATABASE + " TO " + name);
      statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema + " AUTHORIZATION " + name);
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
