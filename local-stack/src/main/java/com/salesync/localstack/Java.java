package com.salesync.localstack;

import java.nio.file.Path;
import java.util.List;

/** The JVM of the parts: the launcher's own JDK, set up to start fast and stay small. */
final class Java {

  private Java() {}

  static Path program() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** Up to the main class, which the caller adds. */
  static List<String> command(int heapMegabytes, String classpath) {
    return List.of(
        program().toString(),
        "-Xmx" + heapMegabytes + "m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseCompactObjectHeaders",
        "-XX:+ExitOnOutOfMemoryError",
        "--enable-native-access=ALL-UNNAMED",
        "-Dfile.encoding=UTF-8",
        "-cp",
        classpath);
  }
}
