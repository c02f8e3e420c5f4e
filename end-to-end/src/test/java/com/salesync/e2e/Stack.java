package com.salesync.e2e;

import com.salesync.localstack.LocalStack;
import com.salesync.localstack.Options;
import com.salesync.localstack.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The one local stack all tests of a run share, with the crash seam on the payment's two services.
 */
final class Stack {

  private static final Path CRASH_SEAM = Path.of("target", "classes");
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
    return LocalStack.start(
        new Options()
            .withRandomPorts()
            .withData(FOLDER)
            .withExtraClasspath(Part.SALE, CRASH_SEAM)
            .withExtraClasspath(Part.ORDER, CRASH_SEAM)
            .withEnvironment(Part.SALE, "CRASH_FILE", crashFile(Part.SALE).toString())
            .withEnvironment(Part.ORDER, "CRASH_FILE", crashFile(Part.ORDER).toString())
            .withProgress(System.err::println));
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("salesync-e2e");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
