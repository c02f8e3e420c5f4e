package com.salesync.e2e.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.salesync.localstack.part.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each mistake can be made: what it changes is in its service's jar. */
class MistakeIT {

  private static final String CLASSES = "BOOT-INF/classes/";

  @ParameterizedTest
  @EnumSource
  void changesItsService(Mistake mistake, @TempDir Path folder) throws IOException {
    Path jar =
        Repository.ofLauncher().root().resolve("%1$s/target/%1$s.jar".formatted(mistake.service()));
    try (InputStream in = Files.newInputStream(jar)) {
      unpack(new ZipInputStream(in), folder);
    }

    int changed = 0;
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      for (String type : mistake.types()) {
        try (InputStream in = loader.getResourceAsStream(type.replace('.', '/') + ".class")) {
          byte[] bytes = in.readAllBytes();
          assertThatCode(() -> PlantAgent.edited(loader, mistake.edits(type), bytes))
              .doesNotThrowAnyException();
          changed++;
        }
      }
    }
    assertThat(changed).isPositive();
  }

  /** The service's own classes and those of the library. */
  private static void unpack(ZipInputStream zip, Path folder) throws IOException {
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      String name = entry.getName();
      if (name.startsWith("BOOT-INF/lib/common-lib")) {
        unpack(new ZipInputStream(zip), folder);
      } else if (name.endsWith(".class") && name.contains("com/salesync/")) {
        Path file = folder.resolve(name.replace(CLASSES, ""));
        Files.createDirectories(file.getParent());
        Files.write(file, zip.readAllBytes());
      }
    }
  }
}
