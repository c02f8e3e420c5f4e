package com.salesync.localstack.part;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The JVM of the parts: the launcher's own JDK, set up to start fast and stay small. */
public final class Java {

  private Java() {}

  public static Path program() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /**
   * The class path of this module's own programs. Inside another module's tests {@code
   * java.class.path} holds that module's libraries as well, its logging for one.
   */
  public static String ownClasspath(Repository repository) {
    Path list = repository.root().resolve("local-stack/target/local-stack.classpath");
    try {
      Path own = Path.of(Java.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return own + File.pathSeparator + Files.readString(list).strip();
    } catch (IOException | URISyntaxException notPackaged) {
      return System.getProperty("java.class.path");
    }
  }

  /** Up to the main class, which the caller adds. */
  public static List<String> command(int heapMegabytes, String classpath) {
    return List.of(
        program().toString(),
        "-Xmx" + heapMegabytes + "m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseCompactObjectHeaders",
        "-XX:+ExitOnOutOfMemoryError",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Dfile.encoding=UTF-8",
        "-cp",
        classpath);
  }
}
