package com.salesync.consulting;

import com.salesync.common.test.PostgresServer;
import com.salesync.common.test.TestServers;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The very jar that is deployed, in a process that can be killed. */
final class ServiceProcess implements AutoCloseable {

  private static final Path TARGET = Path.of(System.getProperty("basedir", ""), "target");

  private final Process process;
  private final RestTestClient client;

  /** Starts it and waits until it is ready. */
  ServiceProcess(Database database, Map<String, String> settings) throws IOException {
    int port = freePort();
    int management = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "-jar",
            TARGET.resolve("consulting-service.jar").toString());
    builder
        .redirectErrorStream(true)
        .redirectOutput(new File(TARGET.toFile(), "process-" + database.name() + ".log"));
    builder
        .environment()
        .putAll(
            Map.ofEntries(
                Map.entry("SERVER_PORT", Integer.toString(port)),
                Map.entry("MANAGEMENT_SERVER_PORT", Integer.toString(management)),
                Map.entry("DATABASE_URL", database.url()),
                Map.entry("DATABASE_PASSWORD", PostgresServer.PASSWORD),
                Map.entry("SALESYNC_INTERNAL_KEY", TestServers.INTERNAL_KEY),
                Map.entry("STORE_BASE_URL", Neighbours.STORES.baseUrl()),
                Map.entry("ITEM_BASE_URL", Neighbours.BOOKS.baseUrl()),
                Map.entry("ORDER_BASE_URL", Neighbours.BOOKS.baseUrl()),
                Map.entry("CONSULTING_TOPIC_REPLICAS", "1")));
    builder.environment().putAll(settings);
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

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
