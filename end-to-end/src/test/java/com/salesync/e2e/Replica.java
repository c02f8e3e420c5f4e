package com.salesync.e2e;

import static org.awaitility.Awaitility.await;

import com.salesync.e2e.client.Client;
import com.salesync.localstack.part.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Another replica of one of a stack's services, with some settings of its own. */
final class Replica implements AutoCloseable {

  private static final Duration STARTED = Duration.ofMinutes(2);

  private final URI url = local(freePort());
  private final Process process;

  Replica(Stack stack, Part service, Map<String, String> otherSettings) {
    URI management = local(freePort());
    Map<String, String> settings = new HashMap<>(stack.parts().settings(service));
    settings.putAll(otherSettings);
    settings.put("SERVER_PORT", Integer.toString(url.getPort()));
    settings.put("MANAGEMENT_SERVER_PORT", Integer.toString(management.getPort()));
    process =
        Jar.start(service, settings, Path.of("target/second-%s.log".formatted(service.label())));
    Client health = new Client(management, null);
    await()
        .atMost(STARTED)
        .ignoreExceptions()
        .until(() -> health.get("/actuator/health/readiness").status() == 200);
  }

  URI url() {
    return url;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  private static URI local(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  private static int freePort() {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
