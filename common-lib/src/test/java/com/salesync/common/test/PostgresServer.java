package com.salesync.common.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * One real PostgreSQL per test JVM, with the database, the schemas and the unprivileged roles of
 * production. Embedded, or a container with {@code -Dtestcontainers}.
 */
public final class PostgresServer {

  /** Schemas of the services; the role of a schema is named by {@link #role}. */
  static final List<String> SCHEMAS =
      List.of("store", "item", "orders", "sale", "dashboard", "consulting");

  public static final String PASSWORD = "only-for-tests";

  /** The administrator's name and password, the same in both kinds of server. */
  private static final String ADMIN = "postgres";

  private static final String CONNECTIONS = "200";

  private static final PostgresServer INSTANCE = new PostgresServer();

  private final String url;

  private PostgresServer() {
    if (Boolean.getBoolean("testcontainers") || "".equals(System.getProperty("testcontainers"))) {
      PostgreSQLContainer container =
          new PostgreSQLContainer("postgres:18.1")
              .withDatabaseName("salesync")
              .withUsername(ADMIN)
              .withPassword(ADMIN)
              .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=" + CONNECTIONS);
      container.start();
      url = withoutParameters(container.getJdbcUrl());
      prepare();
    } else {
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder().setServerConfig("max_connections", CONNECTIONS).start();
        url =
            withoutParameters(server.getJdbcUrl(ADMIN, "postgres"))
                .replaceFirst("/postgres$", "/salesync");
        execute(server.getJdbcUrl(ADMIN, "postgres"), "create database salesync");
        prepare();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public static PostgresServer get() {
    return INSTANCE;
  }

  /** Takes parameters: {@code url() + "?currentSchema=store"}. */
  public String url() {
    return url;
  }

  /** A connection that may do everything, to look behind the service's back. */
  public Connection adminConnection() throws SQLException {
    return adminConnection(url);
  }

  /** The same to a {@linkplain #newDatabase further} database. */
  public Connection adminConnection(String database) throws SQLException {
    return DriverManager.getConnection(database, ADMIN, ADMIN);
  }

  /**
   * Makes a further database no other test looks into, with one service's schema and role.
   *
   * @return its URL
   */
  public String newDatabase(String schema) {
    String name = schema + "_" + UUID.randomUUID().toString().replace("-", "");
    execute(url, "create database " + name);
    String created = url.replaceFirst("/salesync$", "/" + name);
    execute(created, "create schema " + schema + " authorization " + role(schema));
    return created;
  }

  /** The login role that owns a schema. */
  public static String role(String schema) {
    return (schema.equals("orders") ? "order" : schema) + "_service";
  }

  private static String withoutParameters(String url) {
    return url.replaceFirst("\\?.*", "");
  }

  private void prepare() {
    for (String schema : SCHEMAS) {
      execute(url, "create role " + role(schema) + " login password '" + PASSWORD + "'");
      execute(url, "create schema " + schema + " authorization " + role(schema));
    }
  }

  private void execute(String where, String sql) {
    try (Connection connection = adminConnection(where);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
