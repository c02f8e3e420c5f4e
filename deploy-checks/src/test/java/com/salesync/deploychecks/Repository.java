package com.salesync.deploychecks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Files of this repository, by path from its root. */
final class Repository {

  static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private static final Set<String> GENERATED = Set.of("target", "node_modules", ".terraform");

  private Repository() {}

  static Path path(String relative) {
    return ROOT.resolve(relative);
  }

  static String read(String relative) {
    return read(path(relative));
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The files below a folder with one of the endings, sorted; none if there is no such folder.
   * Generated folders are left out, but a folder may be one itself.
   */
  static List<Path> files(String folder, String... endings) {
    Path start = path(folder);
    if (!Files.isDirectory(start)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(start)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
          .filter(file -> isWritten(start.relativize(file)))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isWritten(Path below) {
    return StreamSupport.stream(below.spliterator(), false)
        .noneMatch(part -> GENERATED.contains(part.toString()));
  }
}
