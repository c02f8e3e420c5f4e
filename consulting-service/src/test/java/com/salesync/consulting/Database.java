package com.salesync.consulting;

import com.salesync.common.test.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A database beside the one that most tests share, with the service's schema and role. */
record Database(String name) {

  static Database create(String name) throws SQLException {
    Database database = new Database(name);
    try (Connection server = PostgresServer.get().adminConnection();
        Statement statement = server.createStatement()) {
      statement.execute("create database " + name);
    }
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema consulting authorization consulting_service");
    }
    return database;
  }

  String url() {
    return PostgresServer.get().url().replaceFirst("/salesync$", "/" + name);
  }

  /** A connection that may do everything. */
  Connection connect() throws SQLException {
    try (Connection server = PostgresServer.get().adminConnection()) {
      return DriverManager.getConnection(
          server.getMetaData().getURL().replaceFirst("/salesync", "/" + name),
          "postgres",
          "postgres");
    }
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
