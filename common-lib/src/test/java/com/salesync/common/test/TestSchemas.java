package com.salesync.common.test;

import com.salesync.common.database.Migration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

/** The schema of the service under test, migrated by its owner before the service starts. */
public final class TestSchemas {

  private static final Map<List<String>, String> PARTITIONED = new ConcurrentHashMap<>();
  private static final Map<String, Boolean> MIGRATED = new ConcurrentHashMap<>();

  private TestSchemas() {}

  /** Where the service's migrations are, in the form for partitioned tables. */
  static String partitioned(Environment environment) {
    List<String> locations =
        Binder.get(environment)
            .bind("salesync.database.migrations", Bindable.listOf(String.class))
            .get();
    return locations.getFirst().startsWith("filesystem:")
            || TestSchemas.class.getResource(StatementProbe.NAMED) == null
        ? String.join(",", locations)
        : PARTITIONED.computeIfAbsent(locations, PartitionedSchema::migrations);
  }

  /** Migrates once per database, however many contexts use it. */
  static void migrate(String schema, Environment environment) {
    if (!environment.getProperty("salesync.test.migrate", Boolean.class, true)) {
      return;
    }
    String url = environment.getRequiredProperty("spring.datasource.url");
    migrate(
        url,
        () -> {
          Migration.of(environment).migrate(asOwner(environment));
          try (Connection admin = PostgresServer.get().adminConnection(url)) {
            PartitionedSchema.nameIndexesAfterTheirParents(admin, schema);
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
          return true;
        });
  }

  /** Migrates for the jar that is deployed: with the migrations as they are. */
  static void migrate(String url) {
    migrate(
        url,
        () -> {
          try (ConfigurableApplicationContext settings =
              new SpringApplicationBuilder(Settings.class)
                  .web(WebApplicationType.NONE)
                  .properties(Map.of("DATABASE_URL", url))
                  .run()) {
            Migration.of(settings.getEnvironment()).migrate(asOwner(settings.getEnvironment()));
            return true;
          }
        });
  }

  private static void migrate(String url, Supplier<Boolean> migration) {
    MIGRATED.computeIfAbsent(url, database -> migration.get());
  }

  /** What the owner of a schema migrates a service's database with. */
  public static MockEnvironment asOwner(Environment service) {
    String url = "spring.datasource.url";
    return new MockEnvironment()
        .withProperty(url, service.getRequiredProperty(url))
        .withProperty("DATABASE_OWNER_PASSWORD", PostgresServer.PASSWORD);
  }

  /** Only the configuration files. */
  static final class Settings {}
}
