package com.salesync.deploychecks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** create-roles.sh on a real server, run by an administrator who is no superuser, as on RDS. */
class DatabaseRolesTest {

  private static final String SCRIPT = "k8s/components/database-roles/create-roles.sh";

  private static EmbeddedPostgres server;

  @BeforeAll
  static void start() throws IOException, SQLException {
    server = EmbeddedPostgres.builder().start();
    try (Connection superuser = server.getPostgresDatabase().getConnection();
        Statement statement = superuser.createStatement()) {
      statement.execute("create role admin login createrole createdb password 'admin'");
      askForPasswords(statement);
    }
  }

  /** Embedded, it trusts everybody. */
  private static void askForPasswords(Statement superuser) throws SQLException {
    superuser.execute(
        """
        do $$ begin
          execute format('copy (values (%L), (%L), (%L)) to %L',
            'local all all trust', 'host all postgres all trust', 'host all all all scram-sha-256',
            current_setting('hba_file'));
          perform pg_reload_conf();
        end $$\
        """);
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @Test
  void theOwnerMakesTablesAndWhoServesDoesNot() throws SQLException {
    String database = newDatabase("fresh");

    assertThat(createRoles(database, "first").exit()).isZero();

    execute(database, "order_owner", "owner-first", "create table orders.x (a int)");
    execute(database, "order_owner", "owner-first", "grant select on orders.x to order_service");
    execute(database, "order_service", "service-first", "select * from x");
    assertRefused(database, "order_service", "service-first", "create table y (a int)");
    assertRefused(database, "order_service", "service-first", "insert into x values (1)");
    assertRefused(database, "order_service", "service-first", "alter table x disable trigger all");
    assertRefused(database, "order_service", "service-first", "set role order_owner");
    assertRefused(database, "item_owner", "owner-first", "select * from orders.x");
  }

  @Test
  void anotherRunSetsThePasswordsOfTheMoment() throws SQLException {
    String database = newDatabase("again");
    assertThat(createRoles(database, "first").exit()).isZero();

    assertThat(createRoles(database, "second").exit()).isZero();

    execute(database, "sale_owner", "owner-second", "create table sale.x (a int)");
    execute(database, "sale_service", "service-second", "select 1");
    assertRefused("28P01", database, "sale_owner", "owner-first", "select 1");
    assertRefused("28P01", database, "sale_service", "service-first", "select 1");
  }

  @Test
  void aDatabaseOfAnOlderSalesyncIsLeftAsItIs() throws SQLException {
    String database = newDatabase("older");
    assertThat(createRoles(database, "first").exit()).isZero();
    superuser(database, "alter schema sale owner to sale_service");
    superuser(database, "drop schema item");

    Tool.Result result = createRoles(database, "second");

    assertThat(result.exit()).isNotZero();
    assertThat(result.out())
        .contains("of an older Salesync", "sale (sale_service)", "Nothing was changed");
    execute(database, "sale_service", "service-first", "select 1");
    superuser(database, "create schema item");
  }

  @Test
  void aPasswordThatIsMissingIsNamed() throws SQLException {
    Map<String, String> environment = environment(newDatabase("nameless"), "first");
    environment.remove("STORE_DATABASE_OWNER_PASSWORD");
    environment.put("STORE_DATABASE_OWNER_PASSWORDS", "x");

    Tool.Result result = Tool.any("sh").with(SCRIPT).run(Repository.ROOT, environment);

    assertThat(result.exit()).isNotZero();
    assertThat(result.out()).contains("STORE_DATABASE_OWNER_PASSWORD is not set");
  }

  private static Tool.Result createRoles(String database, String password) {
    Tool.any("psql");
    return Tool.any("sh").with(SCRIPT).run(Repository.ROOT, environment(database, password));
  }

  private static Map<String, String> environment(String database, String password) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PGHOST", "127.0.0.1");
    environment.put("PGPORT", String.valueOf(server.getPort()));
    environment.put("PGDATABASE", database);
    environment.put("PGUSER", "admin");
    environment.put("PGPASSWORD", "admin");
    for (String service :
        new String[] {"STORE", "ITEM", "ORDER", "SALE", "DASHBOARD", "CONSULTING"}) {
      environment.put(service + "_DATABASE_PASSWORD", "service-" + password);
      environment.put(service + "_DATABASE_OWNER_PASSWORD", "owner-" + password);
    }
    return environment;
  }

  private static String newDatabase(String name) throws SQLException {
    superuser("postgres", "create database " + name + " owner admin");
    return name;
  }

  private static void superuser(String database, String sql) throws SQLException {
    execute(database, "postgres", "postgres", sql);
  }

  private static void assertRefused(String database, String role, String password, String sql) {
    assertRefused("42501", database, role, password, sql);
  }

  private static void assertRefused(
      String state, String database, String role, String password, String sql) {
    assertThatThrownBy(() -> execute(database, role, password, sql))
        .as("%s as %s", sql, role)
        .isInstanceOf(SQLException.class)
        .hasFieldOrPropertyWithValue("SQLState", state);
  }

  private static void execute(String database, String role, String password, String sql)
      throws SQLException {
    String url = server.getJdbcUrl(role, database).replaceFirst("\\?.*", "");
    try (Connection connection = DriverManager.getConnection(url, role, password);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
