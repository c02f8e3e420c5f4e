package com.salesync.consulting;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.salesync.consulting.Neighbours.DASHBOARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.test.KafkaServer;
import com.salesync.common.test.ServiceProcess;
import com.salesync.common.test.TestTokens;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Kill -9 before, during and after the model call, and between the answer's commit and its
 * publication.
 */
class KillIT {

  private static final String TOPIC = "kill";

  private final Store answeredStore = new Store();
  private final Store beforeStore = new Store();
  private final Store duringStore = new Store();
  private final Store afterStore = new Store();
  private final Store fatalStore = new Store();

  @Test
  void everyAcceptedRequestEndsInOneAnswerOrOneReadableFailureWhereverTheProcessDies()
      throws Exception {
    Neighbours.reset();
    Database database = Database.create();
    try (StubModel model = new StubModel()) {
      String answered;
      String before;
      String during;
      String after;
      String fatal;
      try (ServiceProcess service = process(database, model);
          Connection other = database.connect()) {
        answered = answeredStore.at(service.client()).ask();
        patiently().until(() -> "completed".equals(database.column(answered, "state")));
        assertThat(answeredStore.at(service.client()).progress(answered).text())
            .contains("not completed");

        CompletableFuture<Void> released = new CompletableFuture<>();
        model.thinks(() -> released);
        after = afterStore.at(service.client()).ask();
        patiently().until(() -> model.thinking() == 1);
        lockQueue(other, afterStore.id());
        released.complete(null);
        patiently().until(() -> "1".equals(database.only(WAITING_FOR_A_QUEUE)));

        model.thinks(CompletableFuture::new);
        during = duringStore.at(service.client()).ask();
        fatal = fatalStore.at(service.client()).ask();
        patiently().until(() -> model.thinking() == 2);

        DASHBOARD.stubFor(
            get(urlPathEqualTo(Neighbours.FIGURES))
                .willReturn(okJson(Neighbours.NOTHING).withFixedDelay(9_000)));
        before = beforeStore.at(service.client()).ask();
        patiently().until(() -> "running".equals(database.column(before, "state")));

        service.kill();
      }
      assertThat(
              database.only(
                  "select count(*) from consulting.outbox where key = '" + answered + "'"))
          .isEqualTo("2");
      for (String request : List.of(before, during, after, fatal)) {
        assertThat(database.column(request, "state")).isEqualTo("running");
      }
      assertThat(model.asked()).isEqualTo(4);
      database.execute(
          "update consulting.consulting_jobs set crashes = 3 where req_id = '" + fatal + "'");

      Neighbours.reset();
      model.thinks(() -> CompletableFuture.completedFuture(null));
      try (ServiceInstance service =
              ServiceInstance.start(
                  database,
                  Map.of(
                      "salesync.consulting.model.base-url",
                      model.url(),
                      "salesync.consulting.topic.name",
                      TOPIC,
                      "salesync.consulting.jobs.heartbeat",
                      "500ms",
                      "db-scheduler.heartbeat-interval",
                      "500ms",
                      "KAFKA_BOOTSTRAP_SERVERS",
                      KafkaServer.get().bootstrapServers()));
          Topic topic = new Topic(TOPIC)) {
        assertAnswered(answered, answeredStore, service, database, topic);
        assertAnswered(before, beforeStore, service, database, topic);
        assertAnswered(during, duringStore, service, database, topic);
        assertAnswered(after, afterStore, service, database, topic);
        assertThat(fatalStore.at(service.client()).end(fatal).<String>read("$.message"))
            .isEqualTo("컨설팅을 처리하지 못했습니다. 다시 요청해 주세요.");
        assertPublishedOnce(fatal, "failed", topic);
      }
      assertThat(model.asked()).isEqualTo(4 + 3);
    }
  }

  /** Without a broker. */
  private static ServiceProcess process(Database database, StubModel model) throws IOException {
    return new ServiceProcess(
        "kill",
        database.url(),
        List.of("-jar", ServiceProcess.TARGET.resolve("consulting-service.jar").toString()),
        Map.of(
            "STORE_BASE_URL",
            Neighbours.STORES.baseUrl(),
            "DASHBOARD_BASE_URL",
            DASHBOARD.baseUrl(),
            "OPENAI_BASE_URL",
            model.url(),
            "CONSULTING_TOPIC",
            TOPIC,
            "CONSULTING_TOPIC_REPLICAS",
            "1",
            "KAFKA_BOOTSTRAP_SERVERS",
            "localhost:" + ServiceProcess.freePort()));
  }

  private static void assertAnswered(
      String request, Store store, ServiceInstance service, Database database, Topic topic)
      throws SQLException {
    assertThat(store.at(service.client()).end(request).<String>read("$.result"))
        .isEqualTo("success");
    assertThat(database.column(request, "answer")).isEqualTo(StubModel.ANSWER);
    assertPublishedOnce(request, "completed", topic);
  }

  private static void assertPublishedOnce(String request, String outcome, Topic topic) {
    patiently()
        .untilAsserted(
            () ->
                assertThat(topic.of(request))
                    .filteredOn(event -> !event.contains("\"type\":\"accepted\""))
                    .singleElement()
                    .asString()
                    .contains("\"type\":\"" + outcome + "\""));
  }

  /** As an end of the store's job does first, so that it has to wait with its answer in hand. */
  private static void lockQueue(Connection connection, long store) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement lock =
        connection.prepareStatement(
            "update consulting.consulting_queues set changed_at = now() where store_id = ?")) {
      lock.setLong(1, store);
      assertThat(lock.executeUpdate()).isEqualTo(1);
    }
  }

  private static final String WAITING_FOR_A_QUEUE =
      """
      select count(*) from pg_stat_activity
      where wait_event_type = 'Lock' and datname = current_database()
      """;

  private static ConditionFactory patiently() {
    return await().atMost(Duration.ofSeconds(30));
  }

  private record Store(long id, String token) {

    Store() {
      this(TestTokens.newStore());
    }

    private Store(long id) {
      this(id, TestTokens.bearer(id));
    }

    Owner at(RestTestClient client) {
      return new Owner(client, id, token);
    }
  }
}
