package com.salesync.common.test;

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
public final class ServiceProcess implements AutoCloseable {

  /** Of the module under test. */
  public static final Path TARGET = Path.of(System.getProperty("basedir", ""), "target");

  /** The service under test is called like its module. */
  private static final String MODULE = TARGET.toAbsolutePath().getParent().getFileName().toString();

  private final Process process;
  private final RestTestClient client;

  /**
   * Starts it and waits until it is ready.
   *
   * @param name of its log, {@code target/process-<name>.log}
   * @param database URL of a database with the service's schema
   * @param program what follows {@code java}: options, and the jar or class to run
   * @param settings further environment variables
   */
  public ServiceProcess(
      String name, String database, List<String> program, Map<String, String> settings)
      throws IOException {
    TestSchemas.migrate(database);
    int port = freePort();
    int management = freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
    command.addAll(program);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(TARGET.resolve("process-" + name + ".log").toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "SERVER_PORT",
                Integer.toString(port),
                "MANAGEMENT_SERVER_PORT",
                Integer.toString(management),
                "DATABASE_URL",
                database,
                "DATABASE_PASSWORD",
                PostgresServer.PASSWORD,
                "INTERNAL_SIGNING_KEY",
                TestKeys.signingKey(MODULE),
                "INTERNAL_PUBLIC_KEYS",
                TestKeys.file().toString()));
    // What it writes to warm up would meet the seams of the tests that kill it.
    builder.environment().put("SALESYNC_WARM_UP_ENABLED", "false");
    builder.environment().putAll(settings);
    process = builder.start();
    client = at(port);
    RestTestClient health = at(management);
    Awaitility.await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .untilAsserted(
            () -> health.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk());
  }

  public RestTestClient client() {
    return client;
  }

  /** Kill -9. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** A port nobody listens on. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static RestTestClient at(int port) {
    return TestClients.at(port);
  }
}
