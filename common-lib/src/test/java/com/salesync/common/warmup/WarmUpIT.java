package com.salesync.common.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.sample.SampleApplication;
import com.salesync.common.test.FreshService;
import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.StoreServiceStub;
import com.salesync.common.test.TestServers;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A service is ready when it is warm, or when it has turned out that it will not become so. */
@ExtendWith(OutputCaptureExtension.class)
class WarmUpIT {

  private static final String[] ASKED = {
    "salesync.warm-up.requests[0].ask=GET /samples/2",
    "salesync.warm-up.requests[0].status=404",
    "salesync.warm-up.requests[1].ask=POST /samples",
    "salesync.warm-up.requests[1].body={\"whole\":1}",
    "salesync.warm-up.requests[1].status=400",
    "salesync.warm-up.requests[2].ask=GET /internal/samples",
    "salesync.warm-up.requests[2].status=200",
    "salesync.warm-up.requests[3].ask=GET /tenant",
    "salesync.warm-up.requests[3].status=401",
    "salesync.warm-up.requests[3].anonymous=true",
  };

  private static final CountDownLatch NEVER = new CountDownLatch(1);

  @Configuration(proxyBeanMethods = false)
  @Import(SampleApplication.class)
  static class Writing {

    @Bean
    WarmUpStatements keys(JdbcClient jdbc) {
      return noStore ->
          jdbc.sql(
                  "insert into idempotency_keys (store_id, endpoint, key, fingerprint) values (?,"
                      + " ?, ?, ?)")
              .params(noStore.storeId(), "POST /samples", "warm-up", "none")
              .update();
    }
  }

  @Configuration(proxyBeanMethods = false)
  @Import(SampleApplication.class)
  static class Hanging {

    @Bean
    WarmUpStatements hanging() {
      return noStore -> {
        try {
          NEVER.await();
        } catch (InterruptedException cancelled) {
          Thread.currentThread().interrupt();
        }
      };
    }
  }

  /** Asks when the port has just been opened, and the rest of the application has not started. */
  @Configuration(proxyBeanMethods = false)
  @Import(SampleApplication.class)
  static class AskedTooEarly {

    private final List<String> answers = new ArrayList<>();

    @Bean
    ApplicationListener<WebServerInitializedEvent> asks() {
      return opened -> {
        if (opened.getApplicationContext().getServerNamespace() == null) {
          answers.add(ask(opened.getWebServer().getPort(), "/tenant"));
        }
      };
    }
  }

  @Test
  void servesNobodyBeforeAllOfItHasStarted() {
    try (ConfigurableApplicationContext service = start(AskedTooEarly.class)) {
      assertThat(service.getBean(AskedTooEarly.class).answers)
          .singleElement(InstanceOfAssertFactories.STRING)
          .startsWith("503")
          .contains("STARTING");
      assertThat(ask(port(service), "/tenant")).startsWith("401");
    }
  }

  @Test
  void leavesNothingBehind(CapturedOutput output) throws IOException {
    try (FreshService service = new FreshService(Writing.class, ASKED)) {
      service.assertWarmWithoutATrace();
    }

    assertThat(output).doesNotContain("Refused GET /samples/2").contains("Warmed up in");
  }

  @Test
  void isReadyWhenTheWarmUpHasFailed(CapturedOutput output) {
    try (ConfigurableApplicationContext service =
        start(
            Writing.class,
            "salesync.warm-up.requests[0].ask=GET /samples/2",
            "salesync.warm-up.requests[0].status=200")) {
      awaitReady(service);

      assertThat(count(service, "failed")).isOne();
      assertThat(output).contains("GET /samples/2 was answered 404");
    }
  }

  @Test
  void isReadyWhenTheWarmUpTakesTooLong() {
    try (ConfigurableApplicationContext service =
        start(Hanging.class, "salesync.warm-up.limit=500ms")) {
      awaitReady(service);

      assertThat(count(service, "late")).isOne();
    }
  }

  @Test
  void isNotReadyBeforeItKnowsKeysAndEndedSessionsAndIsWhateverStoreServiceDoesThen() {
    StoreServiceStub.get().setDown(true);
    try (ConfigurableApplicationContext service = start(Writing.class)) {
      assertThat(status(service)).isEqualTo(Status.OUT_OF_SERVICE);
      assertThat(forNeighbours(service)).isEqualTo(503);
      await()
          .during(Duration.ofSeconds(1))
          .untilAsserted(() -> assertThat(status(service)).isEqualTo(Status.OUT_OF_SERVICE));

      StoreServiceStub.get().setDown(false);
      awaitReady(service);
      assertThat(forNeighbours(service)).isEqualTo(200);

      StoreServiceStub.get().setDown(true);
      await()
          .during(Duration.ofSeconds(2))
          .untilAsserted(() -> assertThat(status(service)).isEqualTo(Status.UP));
    } finally {
      StoreServiceStub.get().setDown(false);
    }
  }

  private static void awaitReady(ConfigurableApplicationContext service) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(status(service)).isEqualTo(Status.UP));
  }

  private static Status status(ConfigurableApplicationContext service) {
    return service.getBean(HealthEndpoint.class).healthForPath("readiness").getStatus();
  }

  /** What the service answers those who do not reach its management port. */
  private static int forNeighbours(ConfigurableApplicationContext service) {
    return Integer.parseInt(ask(port(service), "/readyz").substring(0, 3));
  }

  private static int port(ConfigurableApplicationContext service) {
    return service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /** Status and body. */
  private static String ask(int port, String path) {
    EntityExchangeResult<String> answer =
        RestTestClient.bindToServer()
            .baseUrl("http://localhost:" + port)
            .build()
            .get()
            .uri(path)
            .exchange()
            .returnResult(String.class);
    return answer.getStatus().value() + " " + answer.getResponseBody();
  }

  private static long count(ConfigurableApplicationContext service, String outcome) {
    return service
        .getBean(MeterRegistry.class)
        .get("salesync.warm.up")
        .tag("outcome", outcome)
        .timer()
        .count();
  }

  private static ConfigurableApplicationContext start(Class<?> application, String... settings) {
    return new SpringApplicationBuilder(application)
        .initializers(
            context -> {
              new TestServers().initialize(context);
              TestPropertyValues.of(
                      "DATABASE_URL=" + PostgresServer.get().newDatabase("item"),
                      "server.port=0",
                      "salesync.warm-up.enabled=true")
                  .and(settings)
                  .applyTo(context);
            })
        .run();
  }
}
