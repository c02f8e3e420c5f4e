package com.salesync.common.test;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Points a service under test at the real PostgreSQL (where it has a schema), the real broker
 * (where it uses Kafka) and the stand-in for store-service that serves keys and ended sessions.
 */
public final class TestServers
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  /** Takes its time, so that only what tests it sets this true. */
  private static final String WARM_UP = "salesync.warm-up.enabled";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(
            Map.of(
                "INTERNAL_SIGNING_KEY",
                TestKeys.signingKey(
                    context.getEnvironment().getRequiredProperty("spring.application.name")),
                "INTERNAL_PUBLIC_KEYS",
                TestKeys.file().toString(),
                "STORE_BASE_URL",
                StoreServiceStub.get().url(),
                "management.server.port",
                "0",
                // Tests move the clock by days between two looks at the directory.
                "salesync.session-directory.max-age",
                "4000d",
                "salesync.session-directory.verified-max-age",
                "4000d"))
        .applyTo(context);
    if (!context.getEnvironment().containsProperty(WARM_UP)) {
      TestPropertyValues.of(WARM_UP + "=false").applyTo(context);
    }
    String schema = context.getEnvironment().getProperty("salesync.database.schema");
    if (context instanceof GenericApplicationContext service) {
      service.registerBean(
          RestTestClient.class,
          () -> TestClients.of(context),
          definition -> definition.setLazyInit(true));
      if (schema != null) {
        service.registerBean(
            PausedTasks.class, () -> new PausedTasks(context.getBeanProvider(Scheduler.class)));
      }
    }
    if (schema != null) {
      TestPropertyValues.of(
              Map.of(
                  "DATABASE_URL",
                  PostgresServer.get().url(),
                  "DATABASE_PASSWORD",
                  PostgresServer.PASSWORD,
                  "spring.jpa.hibernate.ddl-auto",
                  "validate",
                  "salesync.database.migrations",
                  TestSchemas.partitioned(context.getEnvironment())))
          .applyTo(context);
      context.addBeanFactoryPostProcessor(
          beans -> TestSchemas.migrate(schema, context.getEnvironment()));
    }
    if (context.getEnvironment().containsProperty("spring.kafka.bootstrap-servers")) {
      TestPropertyValues.of("KAFKA_BOOTSTRAP_SERVERS=" + KafkaServer.get().bootstrapServers())
          .applyTo(context);
    }
  }
}
