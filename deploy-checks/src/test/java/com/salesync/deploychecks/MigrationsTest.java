package com.salesync.deploychecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migration that may have been applied somewhere is never changed, moved or deleted. */
class MigrationsTest {

  /** In the format of {@code sha256sum}; a new migration adds its line. */
  private static final String RECORD = "docs/migrations.sha256";

  @Test
  void noneWasChanged() throws IOException {
    assertThat(violations(recorded(Repository.ROOT.resolve(RECORD)), migrations())).isEmpty();
  }

  @Test
  void changedMissingAndUnrecordedOnesAreRefused(@TempDir Path folder) throws IOException {
    Path changed = Files.writeString(folder.resolve("V1__changed.sql"), "create table a (x int)");
    Path added = Files.writeString(folder.resolve("V2__added.sql"), "create table b (x int)");
    Map<String, String> before = new TreeMap<>();
    before.put(changed.toString(), checksum(changed));
    before.put("V0__deleted.sql", "0");
    Files.writeString(changed, "create table a (x bigint)");

    assertThat(violations(before, List.of(changed, added)))
        .containsExactlyInAnyOrder(
            changed + " was changed: it may have been applied; add a new version instead",
            "V0__deleted.sql is gone: it may have been applied",
            "%s is not in %s: add the line %s  %s"
                .formatted(added, RECORD, checksum(added), added));
  }

  private static List<Path> migrations() {
    return Repository.files("", ".sql").stream()
        .filter(file -> file.toString().contains("/src/main/resources/db/"))
        .filter(file -> String.valueOf(file.getFileName()).startsWith("V"))
        .toList();
  }

  private static List<String> violations(Map<String, String> recorded, List<Path> files)
      throws IOException {
    List<String> wrong = new ArrayList<>();
    Map<String, String> missing = new TreeMap<>(recorded);
    for (Path file : files) {
      String name =
          file.startsWith(Repository.ROOT)
              ? Repository.ROOT.relativize(file).toString()
              : file.toString();
      String before = missing.remove(name);
      if (before == null) {
        wrong.add(
            "%s is not in %s: add the line %s  %s".formatted(name, RECORD, checksum(file), name));
      } else if (!before.equals(checksum(file))) {
        wrong.add(name + " was changed: it may have been applied; add a new version instead");
      }
    }
    missing.keySet().forEach(name -> wrong.add(name + " is gone: it may have been applied"));
    return wrong;
  }

  private static Map<String, String> recorded(Path record) throws IOException {
    Map<String, String> lines = new TreeMap<>();
    for (String line : Files.readAllLines(record)) {
      lines.put(line.substring(line.indexOf("  ") + 2), line.substring(0, line.indexOf("  ")));
    }
    return lines;
  }

  private static String checksum(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
