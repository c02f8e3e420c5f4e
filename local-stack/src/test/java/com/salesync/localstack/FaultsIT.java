package com.salesync.localstack;

import static com.salesync.localstack.TestServers.query;
import static com.salesync.localstack.TestServers.serversIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.salesync.localstack.network.Forwarder;
import com.salesync.localstack.part.Part;
import com.salesync.localstack.part.Replica;
import com.salesync.localstack.process.ManagedProcess.State;
import com.salesync.localstack.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a test can do to the two servers and to the ways that lead there. */
class FaultsIT {

  private static final Duration SOON = Duration.ofSeconds(40);
  private static final Ports ports = new Ports(true);

  /** By caller and callee: where the caller is sent, and where the callee is. */
  private static final Map<String, Integer> given = new ConcurrentHashMap<>();

  private static final Map<String, Integer> real = new ConcurrentHashMap<>();

  @TempDir private static Path data;

  private static LocalStack stack;

  @BeforeAll
  static void start() {
    stack =
        LocalStack.start(
            serversIn(data)
                .withRoute(
                    (caller, callee, port) -> {
                      real.put(caller + " " + callee, port);
                      return given.computeIfAbsent(caller + " " + callee, none -> ports.take(0));
                    }));
  }

  @AfterAll
  static void stop() {
    stack.close();
    ports.close();
  }

  @Test
  void kafkaSendsEachCallerBackByTheWayItCame() throws Exception {
    int way = given.get("consulting-service KAFKA");
    int listener = real.get("consulting-service KAFKA");
    Properties settings = new Properties();
    settings.put("bootstrap.servers", "127.0.0.1:" + listener);

    try (Forwarder between =
            new Forwarder(way, List.of(new Forwarder.Target(listener, () -> true)));
        Admin admin = Admin.create(settings)) {
      between.update();
      assertThat(admin.describeCluster().nodes().get())
          .singleElement()
          .satisfies(node -> assertThat(node.port()).isEqualTo(way));
    }
    assertThat(stack.settings(Part.CONSULTING))
        .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + way);
  }

  @Test
  void aServerStaysDownWhenItIsStoppedAndHasItsDataWhenItIsStarted() throws Exception {
    TestServers.execute(stack.superuser(), "CREATE TABLE stopped (x int)");
    RunningPart postgres = stack.replica(Replica.first(Part.POSTGRES));

    postgres.stop();
    assertThatThrownBy(() -> stack.superuser().connect()).isInstanceOf(SQLException.class);
    assertThat(postgres.state()).isEqualTo(State.STOPPED);

    postgres.start();
    postgres.awaitReady(SOON);
    assertThat(query(stack.superuser(), "SELECT count(*) FROM stopped")).isEqualTo("0");
    assertThat(postgres.restarts()).isZero();
  }

  @Test
  void aPausedServerDoesNothingEvenForThoseWhoAreConnected() throws Exception {
    RunningPart postgres = stack.replica(Part.POSTGRES, 1);
    try (Connection connection = stack.superuser().connect();
        Statement statement = connection.createStatement()) {
      postgres.pause();
      CompletableFuture<String> answer =
          CompletableFuture.supplyAsync(() -> first(statement, "SELECT 7"));
      try {
        await().atMost(SOON).until(() -> postgres.state() == State.FROZEN);
        assertThat(answer).isNotDone();
      } finally {
        postgres.resume();
      }
      assertThat(answer).succeedsWithin(SOON).isEqualTo("7");
    }
    postgres.awaitReady(SOON);
    assertThat(postgres.restarts()).isZero();
  }

  @Test
  void variablesChangeWithTheNextStart() throws Exception {
    RunningPart kafka = stack.replica(Part.KAFKA, 1);

    kafka.setEnvironment(Map.of("TZ", "America/Nuuk"));
    assertThat(zone(kafka)).isNotEqualTo(Optional.of("TZ=America/Nuuk"));
    kafka.kill();
    await().atMost(SOON).until(() -> kafka.restarts() == 1);
    kafka.awaitReady(SOON);
    assertThat(zone(kafka)).hasValue("TZ=America/Nuuk");

    kafka.setEnvironment(Map.of());
    kafka.halt();
    kafka.start();
    kafka.awaitReady(SOON);
    assertThat(zone(kafka)).isNotEqualTo(Optional.of("TZ=America/Nuuk"));
  }

  /** The variable alone: others hold secrets, which a failed test would print. */
  private static Optional<String> zone(RunningPart part) throws IOException {
    Path environment = Path.of("/proc/" + part.pid().orElseThrow() + "/environ");
    return Arrays.stream(Files.readString(environment).split("\0"))
        .filter(variable -> variable.startsWith("TZ="))
        .findFirst();
  }

  private static String first(Statement statement, String query) {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
