package com.salesync.common.database;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** A service with a schema, started to serve or, with the argument {@code migrate}, to migrate. */
public final class DatabaseService {

  private static final Logger log = LoggerFactory.getLogger(DatabaseService.class);

  private DatabaseService() {}

  /** What {@code main} does. Migrating ends the process: 0, or 1 with the reason in its log. */
  public static void run(Class<?> application, String... arguments) {
    if (List.of(arguments).contains("migrate")) {
      System.exit(migrate(arguments));
    }
    SpringApplication.run(application, arguments);
  }

  private static int migrate(String... arguments) {
    try (ConfigurableApplicationContext settings =
        new SpringApplicationBuilder(SettingsOnly.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .run(arguments)) {
      int applied = Migration.of(settings.getEnvironment()).migrate(settings.getEnvironment());
      log.info("The schema is complete; {} versions were applied", applied);
      return 0;
    } catch (RuntimeException failure) {
      String why = String.valueOf(NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
      log.warn("The migration failed", failure);
      // The last line says why.
      log.error("The schema was not migrated: {}", why.lines().collect(joining(" ")));
      return 1;
    }
  }

  /** The service's configuration files without its beans. */
  static final class SettingsOnly {}
}
