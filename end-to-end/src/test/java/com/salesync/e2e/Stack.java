package com.salesync.e2e;

import com.salesync.localstack.LocalStack;
import com.salesync.localstack.Options;
import com.salesync.localstack.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The one local stack all tests of a run share, with the crash seam on the payment's two services.
 */
final class Stack {

  private static final Path CRASH_SEAM = Path.of("target", "classes");

  /** A busy machine must not look like an outage; a stopped service refuses connections at once. */
  private static final String PATIENCE = "10s";

  /** Lines about each request and message, by which a test can follow a trace. */
  private static final Map<String, String> LOGS =
      Map.of(
          "LOGGING_STRUCTURED_FORMAT_CONSOLE", "logstash",
          "LOGGING_LEVEL_ORG_SPRINGFRAMEWORK_WEB_SERVLET", "debug",
          "LOGGING_LEVEL_ORG_SPRINGFRAMEWORK_KAFKA_LISTENER_ADAPTER", "debug");

  private static final Set<Part> SERVICES =
      EnumSet.complementOf(EnumSet.of(Part.POSTGRES, Part.KAFKA));

  private static final Path FOLDER = folder();
  private static LocalStack running = start();

  private Stack() {}

  static LocalStack get() {
    return running;
  }

  /** Ends every process and starts them again on the same data. */
  static LocalStack restart() {
    running.close();
    running = start();
    return running;
  }

  /** Where a test writes the step at which a service is to be killed. */
  static Path crashFile(Part service) {
    return FOLDER.resolve("crash-" + service.label());
  }

  private static LocalStack start() {
    Options options =
        new Options()
            .withRandomPorts()
            .withData(FOLDER)
            .withEnvironment(Part.GATEWAY, "SALESYNC_ROUTES_READTIMEOUT", PATIENCE)
            .withEnvironment(Part.STORE, "SIGN_UPS_PER_MINUTE", "1000")
            .withEnvironment(Part.SALE, "SALESYNC_PAYMENT_GRACE", "5s")
            .withProgress(System.err::println);
    for (Part service : new Part[] {Part.SALE, Part.ORDER}) {
      options
          .withExtraClasspath(service, CRASH_SEAM)
          .withEnvironment(service, "CRASH_FILE", crashFile(service).toString())
          .withEnvironment(service, "SALESYNC_NEIGHBOURS_READTIMEOUT", PATIENCE);
    }
    for (Part service : SERVICES) {
      LOGS.forEach((variable, value) -> options.withEnvironment(service, variable, value));
    }
    return LocalStack.start(options);
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("salesync-e2e");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
