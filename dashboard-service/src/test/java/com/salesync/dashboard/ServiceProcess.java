package com.salesync.dashboard;

import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.TestServers;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The very jar that is deployed, in a process that can be killed. */
final class ServiceProcess implements AutoCloseable {

  static final Path TARGET = Path.of(System.getProperty("basedir", ""), "target");

  private final Process process;
  private final RestTestClient client;

  /**
   * Starts it and waits until it is ready.
   *
   * @param database name of a database with the service's schema
   * @param options further options of the JVM
   */
  ServiceProcess(String name, String database, String brokers, List<String> options)
      throws IOException {
    int port = freePort();
    int management = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
    // A dead consumer's messages pass to the next one as soon as its session has ended.
    command.add("-Dspring.kafka.consumer.properties.session.timeout.ms=1000");
    command.add("-Dspring.kafka.consumer.properties.heartbeat.interval.ms=300");
    command.addAll(options);
    command.addAll(
        List.of(
            "-Dloader.main=com.salesync.dashboard.DashboardServiceApplication",
            "-cp",
            TARGET.resolve("dashboard-service.jar").toString(),
            "org.springframework.boot.loader.launch.PropertiesLauncher"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(new File(TARGET.toFile(), "process-" + name + ".log"));
    builder
        .environment()
        .putAll(
            Map.ofEntries(
                Map.entry("SERVER_PORT", Integer.toString(port)),
                Map.entry("MANAGEMENT_SERVER_PORT", Integer.toString(management)),
                Map.entry(
                    "DATABASE_URL",
                    PostgresServer.get().url().replaceFirst("/salesync$", "/" + database)),
                Map.entry("DATABASE_PASSWORD", PostgresServer.PASSWORD),
                Map.entry("SALESYNC_INTERNAL_KEY", TestServers.INTERNAL_KEY),
                Map.entry("STORE_BASE_URL", Neighbours.STORES.baseUrl()),
                Map.entry("ITEM_BASE_URL", Neighbours.BOOKS.baseUrl()),
                Map.entry("ORDER_BASE_URL", Neighbours.BOOKS.baseUrl()),
                Map.entry("SALE_BASE_URL", Neighbours.BOOKS.baseUrl()),
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", brokers)));
    process = builder.start();
    client = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    RestTestClient health =
        RestTestClient.bindToServer().baseUrl("http://localhost:" + management).build();
    Awaitility.await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .untilAsserted(
            () -> health.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk());
  }

  RestTestClient client() {
    return client;
  }

  /** Kill -9. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
