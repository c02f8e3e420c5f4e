package com.salesync.common.database;

import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The versions of a service's schema, and how they get there. */
public final class Migration {

  /** Readable by the role that serves, so that it can see which versions are there. */
  private static final String HISTORY = "classpath:db/history";

  /** Waits in vain rather than holding up whoever comes after it; it can be run again. */
  private static final String LOCK_TIMEOUT = "-c lock_timeout=10s";

  private final DatabaseProperties properties;
  private final String[] locations;

  private Migration(DatabaseProperties properties, Stream<String> locations) {
    this.properties = properties;
    this.locations = locations.toArray(String[]::new);
  }

  /** The migrations that a service's settings name. */
  public static Migration of(Environment environment) {
    DatabaseProperties properties =
        Binder.get(environment).bindOrCreate("salesync.database", DatabaseProperties.class);
    return of(properties);
  }

  static Migration of(DatabaseProperties properties) {
    return new Migration(
        properties, Stream.concat(Stream.of(HISTORY), properties.migrations().stream()));
  }

  /**
   * Migrates as the schema's owner, {@code DATABASE_OWNER_USERNAME} with {@code
   * DATABASE_OWNER_PASSWORD}, and then grants what the serving role may do. Waits for no answer
   * longer or shorter than the migration takes, and holds no transaction beside it, so that {@code
   * create index concurrently} works.
   *
   * @return how many versions were applied
   * @throws org.flywaydb.core.api.FlywayException if one cannot be applied or was changed
   */
  public int migrate(Environment environment) {
    return flyway(owner(environment)).migrate().migrationsExecuted;
  }

  /** Whether all versions that this service was built with are there, and none has failed. */
  boolean isComplete(DataSource served) {
    MigrationInfoService versions = flyway(served).info();
    return versions.pending().length == 0
        && Arrays.stream(versions.all()).noneMatch(version -> version.getState().isFailed());
  }

  private Flyway flyway(DataSource source) {
    FluentConfiguration configuration =
        Flyway.configure()
            .dataSource(source)
            .schemas(properties.schema())
            .defaultSchema(properties.schema())
            .createSchemas(false)
            // A service may take up one of common-lib's tables (V0_x) after its own first versions.
            .outOfOrder(true)
            .locations(locations)
            .placeholders(Map.of("runtime_role", properties.role()))
            .configuration(Map.of("flyway.postgresql.transactional.lock", "false"));
    return configuration.load();
  }

  private DataSource owner(Environment environment) {
    Properties connection = new Properties();
    connection.setProperty("options", LOCK_TIMEOUT);
    connection.setProperty("ApplicationName", properties.owner());
    connection.setProperty("connectTimeout", "10");
    connection.setProperty("tcpKeepAlive", "true");
    DriverManagerDataSource source =
        new DriverManagerDataSource(
            environment.getRequiredProperty("spring.datasource.url"),
            environment.getProperty("DATABASE_OWNER_USERNAME", properties.owner()),
            environment.getRequiredProperty("DATABASE_OWNER_PASSWORD"));
    source.setConnectionProperties(connection);
    return source;
  }
}
