package com.salesync.e2e;

import com.salesync.localstack.LocalStack;
import com.salesync.localstack.Options;
import com.salesync.localstack.part.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** A local stack of its own folder and ports: one that tests share, or one to be crashed. */
final class Stack {

  private static final Path CRASH_SEAM = Path.of("target", "classes");

  /** A busy machine must not look like an outage; a stopped service refuses connections at once. */
  private static final String READ_TIMEOUT = "10s";

  /** Just longer than a payment may be under way, which is 10 s. */
  private static final String PAYMENT_GRACE = "12s";

  /** Lines about each request and message, by which a test can follow a trace. */
  private static final Map<String, String> LOGS =
      Map.of(
          "LOGGING_STRUCTURED_FORMAT_CONSOLE", "logstash",
          "LOGGING_LEVEL_ORG_SPRINGFRAMEWORK_WEB_SERVLET", "debug",
          "LOGGING_LEVEL_ORG_SPRINGFRAMEWORK_KAFKA_LISTENER_ADAPTER", "debug");

  private static final Set<Part> SERVICES =
      EnumSet.complementOf(EnumSet.of(Part.POSTGRES, Part.KAFKA));

  private static final Set<Part> SELLING =
      EnumSet.of(
          Part.POSTGRES, Part.KAFKA, Part.STORE, Part.ITEM, Part.ORDER, Part.SALE, Part.GATEWAY);

  /** Started when the first test asks for it. */
  private static final class Whole {
    private static final Stack STACK = new Stack(Kind.PATIENT);
  }

  /** Started when the first test asks for it. */
  private static final class AsDeployed {
    private static final Stack STACK = new Stack(Kind.AS_DEPLOYED);
  }

  private enum Kind {
    PATIENT,
    CRASHING,
    AS_DEPLOYED
  }

  private final Path folder = folder();
  private final Kind kind;
  private final Starts starts = new Starts();
  private LocalStack running;
  private boolean unused = true;

  private Stack(Kind kind) {
    this.kind = kind;
    this.running = start();
  }

  /** The whole system, shared by all tests of a run. */
  static Stack whole() {
    return Whole.STACK;
  }

  /** Only what selling needs, with the crash seam on the payment's two services. */
  static Stack crashing() {
    return new Stack(Kind.CRASHING);
  }

  /**
   * The whole system with the waits and limits it has by itself but for sign-ups and the grace of a
   * payment, shared by the tests of answers.
   */
  static Stack asDeployed() {
    return AsDeployed.STACK.used();
  }

  /** The same, of which nobody has asked anything since it said that it was ready. */
  static Stack justReady() {
    Stack stack = AsDeployed.STACK;
    if (!stack.unused) {
      stack.restart();
    }
    return stack.used();
  }

  private Stack used() {
    unused = false;
    return this;
  }

  /** What the launcher said of the services' starts. */
  Starts starts() {
    return starts;
  }

  /** Its running processes: others after a restart. */
  LocalStack parts() {
    return running;
  }

  /** Ends every process and starts them again on the same data. */
  void restart() {
    running.close();
    running = start();
  }

  /** Where a test writes the step at which a service is to be killed. */
  Path crashFile(Part service) {
    return folder.resolve("crash-" + service.label());
  }

  private LocalStack start() {
    Options options =
        new Options()
            .withRandomPorts()
            .withData(folder)
            .withEnvironment(Part.STORE, "SIGN_UPS_PER_MINUTE", "1000")
            .withEnvironment(Part.SALE, "SALESYNC_PAYMENT_GRACE", PAYMENT_GRACE)
            .withEnvironment(Part.GATEWAY, "TRUSTED_PROXIES", "1")
            .withProgress(
                line -> {
                  System.err.println(line);
                  starts.note(line);
                });
    return LocalStack.start(
        switch (kind) {
          case PATIENT -> withLogs(patient(options));
          case CRASHING -> withCrashSeam(patient(options));
          case AS_DEPLOYED -> options;
        });
  }

  private static Options patient(Options options) {
    SERVICES.forEach(
        service -> options.withEnvironment(service, "SALESYNC_WAITS_READ", READ_TIMEOUT));
    return options;
  }

  private Options withCrashSeam(Options options) {
    for (Part service : new Part[] {Part.SALE, Part.ORDER}) {
      options
          .withExtraClasspath(service, CRASH_SEAM)
          .withEnvironment(service, "CRASH_FILE", crashFile(service).toString());
    }
    return options.withParts(SELLING);
  }

  private static Options withLogs(Options options) {
    for (Part service : SERVICES) {
      LOGS.forEach((variable, value) -> options.withEnvironment(service, variable, value));
    }
    return options;
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("salesync-e2e");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
