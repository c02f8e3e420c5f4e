package com.salesync.consulting;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.salesync.consulting.Neighbours.BOOKS;
import static com.salesync.consulting.Neighbours.MODEL;
import static com.salesync.consulting.Neighbours.completion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.test.KafkaServer;
import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.TestTokens;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Kill -9 before, during and after the model call, and a broker that is away the whole time. */
class KillIT {

  private static final String DATABASE = "kill";
  private static final Map<String, String> TOPIC = Map.of("CONSULTING_TOPIC", "kill");

  private final long store = TestTokens.newStore();

  @Test
  void everyAcceptedRequestEndsInOneAnswerWhateverDiesMeanwhile() throws Exception {
    Neighbours.reset();
    createDatabase();
    String noBroker = "localhost:" + ServiceProcess.freePort();
    String answered;
    String withTheModel;
    String readingTheBooks;

    try (ServiceProcess service = new ServiceProcess("1", DATABASE, noBroker, TOPIC)) {
      answered = till(service).ask();
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(column(answered, "state")).isEqualTo("completed"));
      assertThat(till(service).progress(answered).text()).contains("not completed");

      MODEL.stubFor(any(anyUrl()).willReturn(completion("nie gelesen").withFixedDelay(60_000)));
      BOOKS.resetRequests();
      withTheModel = till(service).ask();
      await().until(() -> isAsked("/internal/items/costs"));

      BOOKS.stubFor(
          get(urlPathEqualTo("/internal/volumes")).willReturn(aResponse().withStatus(503)));
      BOOKS.resetRequests();
      readingTheBooks = till(service).ask();
      await().until(() -> isAsked("/internal/volumes"));
      service.kill();
    }
    assertThat(column(answered, "published_at")).isNull();
    assertThat(column(withTheModel, "state")).isEqualTo("running");

    Neighbours.reset();
    try (ServiceProcess service =
            new ServiceProcess("2", DATABASE, KafkaServer.get().bootstrapServers(), TOPIC);
        Topic topic = new Topic("kill")) {
      for (String request : new String[] {answered, withTheModel, readingTheBooks}) {
        assertThat(till(service).end(request).<String>read("$.result")).isEqualTo("success");
        assertThat(column(request, "answer")).isEqualTo("피자를 더 파세요.");
        await()
            .untilAsserted(
                () ->
                    assertThat(topic.of(request))
                        .filteredOn(event -> event.contains("\"type\":\"completed\""))
                        .hasSize(1));
      }
    }
  }

  private static boolean isAsked(String path) {
    return !BOOKS.findAll(getRequestedFor(urlPathEqualTo(path))).isEmpty();
  }

  private Till till(ServiceProcess service) {
    return new Till(service.client(), store, TestTokens.bearer(store));
  }

  private static String column(String request, String column) throws SQLException {
    return only(
        "select " + column + " from consulting.consulting_jobs where req_id = '" + request + "'");
  }

  private static String only(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    }
  }

  private static void createDatabase() throws SQLException {
    try (Connection admin = PostgresServer.get().adminConnection();
        Statement statement = admin.createStatement()) {
      statement.execute("create database " + DATABASE);
    }
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema consulting authorization consulting_service");
    }
  }

  private static Connection connect() throws SQLException {
    try (Connection admin = PostgresServer.get().adminConnection()) {
      return DriverManager.getConnection(
          admin.getMetaData().getURL().replaceFirst("/salesync", "/" + DATABASE),
          "postgres",
          "postgres");
    }
  }
}
