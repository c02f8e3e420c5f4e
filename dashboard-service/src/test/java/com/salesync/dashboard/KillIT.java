package com.salesync.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.ServiceProcess;
import com.salesync.common.test.TestTokens;
import com.salesync.common.test.Till;
import com.salesync.crash.HeldCommit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Kill -9 before and after the commit of a consulting result. */
class KillIT {

  private static final String DATABASE = PostgresServer.get().newDatabase("dashboard");
  private static final Broker BROKER = new Broker();

  private final long store = TestTokens.newStore();

  @BeforeAll
  static void prepare() {
    Neighbours.reset();
  }

  @AfterAll
  static void stopBroker() {
    BROKER.close();
  }

  @Test
  void everyMessageEndsInOneAnswerWhereverTheDashboardDies() throws Exception {
    List<String> sent = new ArrayList<>();
    sent.add(send());
    dieAt("before-commit");
    assertThat(stored()).isEmpty();
    assertThat(BROKER.committedOffset()).isZero();

    dieAt("after-commit");
    assertThat(stored()).isEqualTo(sent);
    assertThat(BROKER.committedOffset()).isZero();

    sent.add(send());
    try (ServiceProcess service = start("3", List.of())) {
      Till till = new Till(service.client(), store, TestTokens.bearer(store));
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() -> assertThat(BROKER.committedOffset()).isEqualTo(sent.size()));
      for (String request : sent) {
        assertThat(till.get("/dashboard/consulting/" + request).<String>read("$.consulting"))
            .isEqualTo("answer to " + request);
      }
    }
    assertThat(stored()).isEqualTo(sent);
    assertThat(BROKER.topics()).doesNotContain("consulting-dlt");
  }

  /** Lets a process take the message in hand and kills it there. */
  private static void dieAt(String point) throws Exception {
    Path seam = seam();
    Path held = Files.createTempDirectory("held").resolve(point);
    try (ServiceProcess service =
        start(
            point, List.of("-Dloader.path=" + seam, "-Dhold.at=" + point, "-Dhold.file=" + held))) {
      await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(held));
      service.kill();
    }
  }

  /** A dead consumer's messages pass to the next one as soon as its session has ended. */
  private static ServiceProcess start(String name, List<String> options) throws IOException {
    List<String> program = new ArrayList<>(options);
    program.addAll(
        List.of(
            "-Dspring.kafka.consumer.properties.session.timeout.ms=1000",
            "-Dspring.kafka.consumer.properties.heartbeat.interval.ms=300",
            "-Dloader.main=com.salesync.dashboard.DashboardServiceApplication",
            "-cp",
            ServiceProcess.TARGET.resolve("dashboard-service.jar").toString(),
            "org.springframework.boot.loader.launch.PropertiesLauncher"));
    return new ServiceProcess(
        name,
        DATABASE,
        program,
        Map.of(
            "STORE_BASE_URL", Neighbours.STORES.baseUrl(),
            "ITEM_BASE_URL", Neighbours.SERVICES.baseUrl(),
            "ORDER_BASE_URL", Neighbours.SERVICES.baseUrl(),
            "SALE_BASE_URL", Neighbours.SERVICES.baseUrl(),
            "KAFKA_BOOTSTRAP_SERVERS", BROKER.address()));
  }

  /** A folder with the seam alone; the deployed jar has no such class. */
  private static Path seam() throws IOException {
    Path seam = ServiceProcess.TARGET.resolve("crash-seam");
    String classes = HeldCommit.class.getPackageName().replace('.', '/');
    Files.createDirectories(seam.resolve(classes));
    Files.createDirectories(seam.resolve("META-INF"));
    try (Stream<Path> files =
        Files.list(ServiceProcess.TARGET.resolve("test-classes/" + classes))) {
      for (Path file : files.toList()) {
        Files.write(seam.resolve(classes).resolve(file.getFileName()), Files.readAllBytes(file));
      }
    }
    Files.writeString(
        seam.resolve("META-INF/spring.factories"),
        "org.springframework.context.ApplicationContextInitializer=" + HeldCommit.class.getName());
    return seam;
  }

  private String send() throws Exception {
    String request = UUID.randomUUID().toString();
    BROKER.sendAnswer(request, store).get();
    return request;
  }

  /** The requests whose answers are stored, in the order in which they came. */
  private static List<String> stored() throws SQLException {
    try (Connection connection = PostgresServer.get().adminConnection(DATABASE);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select req_id from dashboard.consulting_results where state = 'completed'"
                    + " order by received_at")) {
      List<String> requests = new ArrayList<>();
      while (rows.next()) {
        requests.add(rows.getString(1));
      }
      return requests;
    }
  }
}
