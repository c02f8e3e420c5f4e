package com.salesync.store;

import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.TestClients;
import com.salesync.common.test.TestServers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;

/** One more store-service, on a port of its own, that can be stopped and started again. */
final class Replica implements AutoCloseable {

  private final ConfigurableApplicationContext context;
  private final RestTestClient client;

  private Replica(ConfigurableApplicationContext context) {
    this.context = context;
    this.client =
        TestClients.at(
            context.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
  }

  /**
   * Starts a replica.
   *
   * @param databaseUrl see {@link PostgresServer#newDatabase}
   * @param more a class with further beans
   * @param arguments as on the command line
   */
  static Replica start(String databaseUrl, Class<?> more, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--server.port=0");
    all.add("--salesync.signing.check-interval=100ms");
    all.add("--salesync.session.purge-interval=100ms");
    return new Replica(
        new SpringApplicationBuilder(StoreServiceApplication.class, more)
            .initializers(
                context -> {
                  new TestServers().initialize(context);
                  TestPropertyValues.of("DATABASE_URL=" + databaseUrl).applyTo(context);
                })
            .run(all.toArray(String[]::new)));
  }

  /** Ends a database's connections and lets no new ones in, or lets them in again. */
  static void allowConnections(String databaseUrl, boolean allowed) throws SQLException {
    String name = databaseUrl.substring(databaseUrl.lastIndexOf('/') + 1);
    PostgresServer server = PostgresServer.get();
    execute(
        server.adminConnection(),
        "alter database %s with allow_connections %s".formatted(name, allowed));
    if (!allowed) {
      execute(
          server.adminConnection(),
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'"
              .formatted(name));
    }
  }

  private static void execute(Connection fresh, String sql) throws SQLException {
    try (Connection connection = fresh;
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  RestTestClient client() {
    return client;
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
