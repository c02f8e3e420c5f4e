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

/** Another replica of a stack's gateway, which reaches some services by another way. */
final class SecondGateway implements AutoCloseable {

  private static final Duration STARTED = Duration.ofMinutes(2);

  private final URI url = local(freePort());
  private final Process process;

  SecondGateway(Stack stack, Map<String, String> otherSettings) {
    URI management = local(freePort());
    Map<String, String> settings = new HashMap<>(stack.parts().settings(Part.GATEWAY));
    settings.putAll(otherSettings);
    settings.put("SERVER_PORT", Integer.toString(url.getPort()));
    settings.put("MANAGEMENT_SERVER_PORT", Integer.toString(management.getPort()));
    process = Jar.start(Part.GATEWAY, settings, Path.of("target/second-gateway.log"));
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
