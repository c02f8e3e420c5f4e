package com.salesync.common.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.security.InternalTokens;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Statistic;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * A whole service just started, on a database of its own, with a clock that can be set, and with
 * neighbours that only listen.
 */
public final class FreshService implements AutoCloseable {

  private static final Duration READY = Duration.ofSeconds(90);

  private static final String UNVERIFIED = "SESSION_UNVERIFIED";

  /** What a service that serves nobody has: the versions, its tasks, what it looks after, keys. */
  private static final String KEPT_BY_ITSELF =
      "(flyway_schema_history|scheduled_tasks|invariant.*|signing_keys|.*address_keys)";

  private final Queue<String> asked = new ConcurrentLinkedQueue<>();
  private final long askedOfStoreServiceBefore = StoreServiceStub.get().otherRequests().size();
  private final HttpServer neighbours;
  private final ConfigurableApplicationContext service;
  private final RestTestClient client;

  /** Starts it and waits until it is ready. */
  public FreshService(Class<?> application, String... settings) throws IOException {
    neighbours = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    neighbours.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          exchange.sendResponseHeaders(500, -1);
          exchange.close();
        });
    neighbours.start();
    service = start(application, "http://localhost:" + neighbours.getAddress().getPort(), settings);
    client = TestClients.of(service);
    HealthEndpoint health = service.getBean(HealthEndpoint.class);
    await()
        .atMost(READY)
        .untilAsserted(
            () -> assertThat(health.healthForPath("readiness").getStatus()).isEqualTo(Status.UP));
  }

  /** It has warmed up, and neither rows nor figures nor neighbours know of it. */
  public void assertWarmWithoutATrace() {
    MeterRegistry meters = service.getBean(MeterRegistry.class);
    assertThat(outcomes(meters)).containsExactly("done");
    assertThat(counted(meters)).as("counted as business").isEmpty();
    assertThat(asked()).as("asked of neighbours").isEmpty();
    assertThat(filledTables(service)).as("written").isEmpty();
    client
        .get()
        .uri("/bff/nothing")
        .header("Authorization", service.getBean(InternalTokens.class).warmingUp())
        .exchange()
        .expectStatus()
        .isUnauthorized();
  }

  /** Of store-service nothing but keys and ended sessions. */
  private List<String> asked() {
    return Stream.concat(
            asked.stream(),
            StoreServiceStub.get().otherRequests().stream().skip(askedOfStoreServiceBefore))
        .toList();
  }

  /**
   * While store-service does not answer, an operation goes on for twelve hours.
   *
   * @param operation method and path
   */
  public void assertGoesOnWithoutStoreService(String operation) {
    withoutStoreService(
        clock -> {
          clock.advance(Duration.ofHours(11));
          assertThat(codeOf(operation)).doesNotContain(UNVERIFIED);
          clock.advance(Duration.ofHours(1));
          await().untilAsserted(() -> assertThat(codeOf(operation)).contains(UNVERIFIED));
        });
  }

  /**
   * While store-service does not answer, an operation goes on for a minute.
   *
   * @param operation method and path
   */
  public void assertRefusesWithoutStoreService(String operation) {
    withoutStoreService(
        clock -> {
          clock.advance(Duration.ofSeconds(50));
          assertThat(codeOf(operation)).doesNotContain(UNVERIFIED);
          clock.advance(Duration.ofSeconds(11));
          await().untilAsserted(() -> assertThat(codeOf(operation)).contains(UNVERIFIED));
        });
  }

  private void withoutStoreService(Consumer<SettableClock> look) {
    SettableClock clock = service.getBean(SettableClock.class);
    StoreServiceStub.get().setDown(true);
    try {
      look.accept(clock);
    } finally {
      clock.reset();
      StoreServiceStub.get().setDown(false);
    }
  }

  /** The answer to a store's request, with its status. */
  private String codeOf(String operation) {
    String[] parts = operation.split(" ", 2);
    Instant now = service.getBean(SettableClock.class).instant();
    EntityExchangeResult<String> answer =
        client
            .method(HttpMethod.valueOf(parts[0]))
            .uri(parts[1])
            .header("Authorization", TestTokens.bearer(TestTokens.newStore(), now))
            .exchange()
            .returnResult(String.class);
    return answer.getStatus().value() + " " + answer.getResponseBody();
  }

  @Override
  public void close() {
    service.close();
    neighbours.stop(0);
  }

  private static ConfigurableApplicationContext start(
      Class<?> application, String neighbours, String... settings) {
    return new SpringApplicationBuilder(application, SettableClock.class)
        .initializers(
            context -> {
              new TestServers().initialize(context);
              String schema = context.getEnvironment().getProperty("salesync.database.schema");
              Stream.of("ITEM", "ORDER", "SALE", "DASHBOARD", "CONSULTING")
                  .forEach(
                      name ->
                          TestPropertyValues.of(name + "_BASE_URL=" + neighbours).applyTo(context));
              if (schema != null) {
                TestPropertyValues.of("DATABASE_URL=" + PostgresServer.get().newDatabase(schema))
                    .applyTo(context);
              }
              TestPropertyValues.of(
                      "server.port=0",
                      "db-scheduler.enabled=false",
                      "salesync.warm-up.enabled=true",
                      "salesync.session-directory.max-age=12h",
                      "salesync.session-directory.verified-max-age=60s")
                  .and(settings)
                  .applyTo(context);
            })
        .run();
  }

  private static List<String> outcomes(MeterRegistry meters) {
    return meters.find("salesync.warm.up").timers().stream()
        .filter(timer -> timer.count() > 0)
        .map(Timer::getId)
        .map(id -> String.valueOf(id.getTag("outcome")))
        .toList();
  }

  private static List<String> counted(MeterRegistry meters) {
    return meters.getMeters().stream()
        .filter(meter -> meter.getId().getName().matches("salesync[.].*|http[.]server[.]requests"))
        .filter(meter -> !meter.getId().getName().equals("salesync.warm.up"))
        .filter(FreshService::hasCounted)
        .map(meter -> meter.getId().toString())
        .toList();
  }

  private static boolean hasCounted(Meter meter) {
    return StreamSupport.stream(meter.measure().spliterator(), false)
        .filter(measured -> measured.getStatistic() == Statistic.COUNT)
        .anyMatch(measured -> measured.getValue() > 0);
  }

  private static List<String> filledTables(ConfigurableApplicationContext service) {
    String schema = service.getEnvironment().getProperty("salesync.database.schema");
    if (schema == null) {
      return List.of();
    }
    JdbcClient admin =
        PostgresServer.adminClient(
            service.getEnvironment().getRequiredProperty("DATABASE_URL"), schema);
    return admin
        .sql(
            """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = ? and c.relkind in ('r', 'p') and not c.relispartition
            """)
        .param(schema)
        .query((row, number) -> row.getString(1))
        .list()
        .stream()
        .filter(table -> !table.matches(KEPT_BY_ITSELF))
        .filter(
            table ->
                Boolean.TRUE.equals(
                    admin
                        .sql(
                            "select exists (select from %s as kept where to_jsonb(kept) ->> 'store_id' is distinct from '0')"
                                .formatted(table))
                        .query(Boolean.class)
                        .single()))
        .toList();
  }
}
