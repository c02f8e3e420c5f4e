package com.salesync.common.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.salesync.common.sample.SampleApplication;
import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.TestSchemas;
import com.salesync.common.test.TestServers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/** Serving and migrating are two things: who may do which, and in what order. */
class ServingIT {

  private final String database = PostgresServer.get().newDatabase("item");

  @Test
  void aServiceWithoutItsSchemaServesAsSoonAsItIsThere() {
    try (ConfigurableApplicationContext service = start()) {
      HealthEndpoint health = service.getBean(HealthEndpoint.class);
      assertThat(health.healthForPath("readiness").getStatus()).isEqualTo(Status.DOWN);
      assertThat(health.healthForPath("liveness").getStatus()).isEqualTo(Status.UP);

      migrate(service);

      await()
          .untilAsserted(
              () -> assertThat(health.healthForPath("readiness").getStatus()).isEqualTo(Status.UP));
      JdbcClient admin = PostgresServer.adminClient(database, "item");
      await()
          .untilAsserted(
              () ->
                  assertThat(
                          admin
                              .sql("select task_name from scheduled_tasks")
                              .query((row, number) -> row.getString(1))
                              .list())
                      .contains("look-at-invariants", "prepare-audit-months"));
    }
  }

  @Test
  void refusesToMigrateWithTheRightsOfServing() {
    try (ConfigurableApplicationContext service = start()) {
      MockEnvironment role =
          TestSchemas.asOwner(service.getEnvironment())
              .withProperty("DATABASE_OWNER_USERNAME", PostgresServer.role("item"));
      assertThatThrownBy(() -> Migration.of(service.getEnvironment()).migrate(role))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void boundsEveryWaitByThePoolThatAsks() {
    try (ConfigurableApplicationContext service = start()) {
      assertThat(settings(service.getBean(JdbcClient.class)))
          .containsExactly("3s", "8s", "8s", "1s", "off");
      assertThat(settings((JdbcClient) service.getBean("reportsJdbcClient")))
          .containsExactly("3s", "10s", "8s", "1s", "on");
    }
  }

  private static List<String> settings(JdbcClient pool) {
    return List.of(
            "lock_timeout",
            "statement_timeout",
            "idle_in_transaction_session_timeout",
            "client_connection_check_interval",
            "transaction_read_only")
        .stream()
        .map(
            setting ->
                pool.sql("select current_setting(?)")
                    .param(setting)
                    .query((row, number) -> row.getString(1))
                    .single())
        .toList();
  }

  private ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(SampleApplication.class)
        .initializers(
            context -> {
              new TestServers().initialize(context);
              TestPropertyValues.of(
                      "DATABASE_URL=" + database, "server.port=0", "salesync.test.migrate=false")
                  .applyTo(context);
            })
        .run();
  }

  private static void migrate(ConfigurableApplicationContext service) {
    Migration.of(service.getEnvironment()).migrate(TestSchemas.asOwner(service.getEnvironment()));
  }
}
