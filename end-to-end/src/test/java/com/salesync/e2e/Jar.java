package com.salesync.e2e;

import com.salesync.localstack.part.Java;
import com.salesync.localstack.part.Part;
import com.salesync.localstack.part.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** The jar of a service, started by hand. */
final class Jar {

  private Jar() {}

  /** With nothing of this process's own environment. */
  static Process start(Part service, Map<String, String> settings, Path log) {
    ProcessBuilder builder =
        new ProcessBuilder(
                Java.program().toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                Repository.ofLauncher().jar(service).toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().clear();
    builder.environment().putAll(settings);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
