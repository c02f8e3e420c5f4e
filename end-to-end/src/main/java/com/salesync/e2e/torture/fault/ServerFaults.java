package com.salesync.e2e.torture.fault;

import com.salesync.localstack.server.DatabaseAccess;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What befalls PostgreSQL while it runs. */
final class ServerFaults {

  private static final int MOST_CONNECTIONS = 400;

  /** Of every service that writes money or sessions. */
  private static final List<String> TABLES =
      List.of(
          "orders.orders",
          "orders.order_lines",
          "sale.sales",
          "sale.daily_revenue",
          "store.stores",
          "item.items");

  private ServerFaults() {}

  /** Somebody has taken every connection there is. */
  static Fault outOfConnections() {
    return (site, pick) -> {
      DatabaseAccess access = site.stack().superuser();
      List<Connection> taken = new ArrayList<>();
      boolean full = false;
      for (int i = 0; i < MOST_CONNECTIONS && !full; i++) {
        try {
          taken.add(access.connect());
        } catch (SQLException none) {
          full = true;
        }
      }
      return Strike.of(
          () -> taken.forEach(ServerFaults::close),
          full ? "%d connections taken".formatted(taken.size()) : "");
    };
  }

  /** Somebody holds a table, as a careless migration does. */
  static Fault lock() {
    return (site, pick) -> {
      String table = TABLES.get(pick % TABLES.size());
      try {
        Connection connection = site.stack().superuser().connect();
        connection.setAutoCommit(false);
        execute(connection, "set local lock_timeout = '5s'");
        execute(connection, "lock table " + table + " in access exclusive mode");
        return Strike.of(() -> close(connection), table + " was locked");
      } catch (SQLException e) {
        return Strike.done("");
      }
    };
  }

  /** Each commit waits a tenth of a second, as on a bad disk. */
  static Fault slowCommits() {
    return (site, pick) -> {
      configure(site, "alter system set commit_delay = 100000");
      configure(site, "alter system set commit_siblings = 0");
      configure(site, "select pg_reload_conf()");
      return Strike.of(
          () -> {
            configure(site, "alter system reset commit_delay");
            configure(site, "alter system reset commit_siblings");
            configure(site, "select pg_reload_conf()");
          },
          "each commit waited 100 ms");
    };
  }

  /** All sessions of all services are ended at once. */
  static Fault cutSessions() {
    return (site, pick) -> {
      configure(
          site,
          "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and"
              + " backend_type = 'client backend'");
      return Strike.done("all sessions were ended");
    };
  }

  private static void configure(Site site, String statement) {
    try (Connection connection = site.stack().superuser().connect()) {
      execute(connection, statement);
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  private static void execute(Connection connection, String text) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException gone) {
      // PostgreSQL has ended it first.
    }
  }
}
