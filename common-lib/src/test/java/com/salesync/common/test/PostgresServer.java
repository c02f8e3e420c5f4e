package com.salesync.common.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * One real PostgreSQL per test JVM, with the database, the schemas and the two roles per schema of
 * production: one owns and migrates, the other serves. Embedded, or a container with {@code
 * -Dtestcontainers}. It explains every statement of the roles that serve to {@link StatementProbe}.
 */
public final class PostgresServer {

  /** Schemas of the services; the role of a schema is named by {@link #role}. */
  static final List<String> SCHEMAS =
      List.of("store", "item", "orders", "sale", "dashboard", "consulting");

  public static final String PASSWORD = "only-for-tests";

  /** The administrator's name and password, the same in both kinds of server. */
  private static final String ADMIN = "postgres";

  /** Of the server: what a {@link StatementProbe} reads is in a file of its own. */
  private static final Map<String, String> SETTINGS =
      Map.of(
          "max_connections", "300",
          "logging_collector", "on",
          "log_destination", "jsonlog",
          "log_directory", "log",
          "log_filename", "statements.log",
          "log_rotation_size", "0",
          "log_rotation_age", "0");

  private static final PostgresServer INSTANCE = new PostgresServer();

  private final String url;

  private PostgresServer() {
    if (Boolean.getBoolean("testcontainers") || "".equals(System.getProperty("testcontainers"))) {
      PostgreSQLContainer container =
          new PostgreSQLContainer("postgres:18.1")
              .withDatabaseName("salesync")
              .withUsername(ADMIN)
              .withPassword(ADMIN)
              .withCommand(command());
      container.start();
      url = withoutParameters(container.getJdbcUrl());
      prepare();
    } else {
      try {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        SETTINGS.forEach(builder::setServerConfig);
        EmbeddedPostgres server = builder.start();
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

  private static String[] command() {
    return Stream.concat(
            Stream.of("postgres", "-c", "fsync=off"),
            SETTINGS.entrySet().stream()
                .flatMap(setting -> Stream.of("-c", setting.getKey() + "=" + setting.getValue())))
        .toArray(String[]::new);
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

  /** The same for statements on one schema. */
  public JdbcClient adminClient(String schema) {
    return adminClient(url, schema);
  }

  /** The same to a further database. */
  public static JdbcClient adminClient(String database, String schema) {
    return JdbcClient.create(
        new DriverManagerDataSource(database + "?currentSchema=" + schema, ADMIN, ADMIN));
  }

  /**
   * Makes a further database no other test looks into, with one service's empty schema.
   *
   * @return its URL
   */
  public String newDatabase(String schema) {
    String name = schema + "_" + UUID.randomUUID().toString().replace("-", "");
    execute(url, "create database " + name);
    String created = url.replaceFirst("/salesync$", "/" + name);
    createSchema(created, schema);
    return created;
  }

  /** The login role that serves; has only the rights that the migrations grant it. */
  public static String role(String schema) {
    return prefix(schema) + "_service";
  }

  /** The login role that owns a schema and migrates it. */
  public static String owner(String schema) {
    return prefix(schema) + "_owner";
  }

  private static String prefix(String schema) {
    return schema.equals("orders") ? "order" : schema;
  }

  private static String withoutParameters(String url) {
    return url.replaceFirst("\\?.*", "");
  }

  private void prepare() {
    for (String schema : SCHEMAS) {
      String role = role(schema);
      execute(url, "create role " + role + " login password '" + PASSWORD + "'");
      execute(url, "create role " + owner(schema) + " login password '" + PASSWORD + "'");
      execute(url, "alter role " + role + " set session_preload_libraries = 'auto_explain'");
      StatementProbe.SETTINGS.forEach(
          (name, value) ->
              execute(url, "alter role " + role + " set " + name + " = '" + value + "'"));
      createSchema(url, schema);
    }
  }

  private void createSchema(String database, String schema) {
    execute(database, "create schema " + schema + " authorization " + owner(schema));
    execute(database, "grant usage on schema " + schema + " to " + role(schema));
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
